/** Sentences of law offices with numbers that identify nobody. */
export const ORDINARY: readonly string[] = [
  // English
  "Invoice 20458811 for £1,250.00 is due on 14/03/2025.", "Our ref: SMI/0042/7 and theirs is 2024/118823", "Claim no. E35YM123 is listed for 10.30 on 5 May 2025", "please quote reference 07911204778 when paying",
  "The Limitation Act 1980, s.14A(4)(b) applies", "See page 142 of the bundle, para 12.3.1", "conference room 4.12, level 12", "order no. 123456789012 was delivered", "completion is £312,450.00 on 28.11.2025", "case number 1700-0000-0012-3456 on MyHMCTS",
  "the period 2019-2020 and 2021/22", "KB-2025-001234 has been sealed", "title number WYK123456", "company number 01234567 registered in England", "it was version 10.4.2.1 of the form", "SRA ID 8001234", "we charge £250 + VAT per hour", "the fee is 1.500.000", "call me at 5 ok?",
  "train 0815 to Leeds, platform 12", "policy number 7788990011 with Aviva", "tracking number 123456789012345", "Is your NI number on the form? Never send your PIN here.", "the code of conduct 2019 para 8.3", "my number one rule is patience", "QQ123456C is the example on the form",
  "the form says 123-45-6789 as a sample", "Smith v Jones [2024] EWHC 1234 (KB)", "meet 12 June 2025 at 2pm, room 3", "10,000,000 shares at 0.01", "parcel 9400 1000 0000 0000 0000 00", "the meter reads 00451299", "ratio was 3:2:1 and 10:30:45", "score 6-4 6-3", "dates: 12-03-2019, 13-03-2019",
  "I paid 2000 in 2019 and 3000 in 2020", "your password was changed on 12/03/2025", "we texted you a code", "pages 1234-1239 of trial bundle B", "Form N244, fee £303", "the wifi is down again", "file 2231207 / KLM", "SIC code 62012", "tax code 1257L", "sort code is on the card", "the postcode is LS1 4AP",
  // Portuguese
  "Fatura 912345678 vence em 10/11/2025, R$ 1.250,00", "processo nº 0001234-70.2024.8.26.0100 está errado", "art. 5º, LXXVIII, da Constituição de 1988", "Lei 13.709/2018, art. 18", "protocolo 20251120123456", "pedido 12345678901 entregue", "fls. 123/145 dos autos", "sala 1204, 12º andar", "o valor é R$ 12.345.678,90",
  "boleto 23793.38128 60000.000003 00000.000408 1 84340000012345", "o CPF 000.000.000-00 é só exemplo", "use 123.456.789-00 no campo", "audiência dia 12/03/2025 às 14h30", "Súmula 331 do TST", "Resolução 65/2008 do CNJ", "nota fiscal 000123456", "não mande sua senha por aqui", "contrato 2024/00012345 assinado", "matrícula 123.456 do 2º RI",
  "o código civil de 2002, art. 1228", "meu número da sorte é 7", "versão 2.10.3.1", "em 2019 2020 morei lá", "o preço caiu 10.000 reais", "chegou a guia 123456 para pagar", "vence dia 05/12/2025", "tem 11 anos e 1,70 de altura",
  // Spanish
  "Factura 612345678 por 1.250,00 € con vencimiento 10/11/2025", "expediente 2024/0012345", "el art. 1902 del Código Civil", "Ley 39/2015, de 1 de octubre", "autos 123/2024 del Juzgado nº 4", "folio 145 y siguientes", "la vista es el 12/03/2025 a las 10:30", "el precio es 312.450.000 pesos", "pedido nº 612345678", "sala 4, planta 3",
  "STS 1234/2023, de 5 de mayo", "Real Decreto 1720/2007", "código postal 28013", "el DNI 12345678A está mal escrito", "la clave del asunto es la prescripción", "nunca pedimos su contraseña ni su PIN", "de 2019 a 2020 vivimos allí", "versión 3.2.1.0 del programa", "número de expediente 12345678", "BOE núm. 294, de 6 de diciembre de 2018",
  "referencia catastral 9872023 VH5797S 0001 WX", "la póliza 123456789 cubre el daño", "son 45.000 euros más IVA", "página 12 de 45", "finca 12345, tomo 678, libro 90", "le mandamos un código al móvil", "la calle está cortada hasta las 5",
];

/** Numbers that fit several types, and what each must be. */
export const COLLISIONS: readonly (readonly [string, [string, string][]])[] = [
  ["PIS 12345678900", [["br-pis", "12345678900"]]],
  ["CNH 12345678900", [["br-cnh", "12345678900"]]],
  ["o cpf dele 12345678909", [["br-cpf", "12345678909"]]],
  ["123.456.789-09", [["br-cpf", "123.456.789-09"]]],
  ["me liga no 11912345678", [["phone", "11912345678"]]],
  ["processo 0001234-71.2024.8.26.0100", [["br-cnj", "0001234-71.2024.8.26.0100"]]],
  ["processo 00012347120248260100", [["br-cnj", "00012347120248260100"]]],
  ["IMEI 490154203237518", [["imei", "490154203237518"]]],
  ["case reference 1700-0000-0012-3456", [["hmcts-case", "1700-0000-0012-3456"]]],
  ["card 4111 1111 1111 1111", [["payment-card", "4111 1111 1111 1111"]]],
  ["passport 123456782", [["uk-passport", "123456782"]]],
  ["BSN 123456782", [["nl-bsn", "123456782"]]],
  ["NIF 299999998", [["pt-nif", "299999998"]]],
  ["SSN 219-45-6789", [["us-ssn", "219-45-6789"]]],
  ["NHS number 943 476 5870", [["uk-nhs-number", "943 476 5870"]]],
  ["my UTR is 1123456789 and NHS no 943 476 5870", [["uk-utr", "1123456789"], ["uk-nhs-number", "943 476 5870"]]],
  ["chave pix ana@escritorio.com.br", [["email", "ana@escritorio.com.br"]]],
  ["chave pix 111.444.777-35", [["br-cpf", "111.444.777-35"]]],
  ["chave pix: 7d2e91b0-4c3f-4a86-b7a5-0f6c21d9e834", [["br-pix-key", "7d2e91b0-4c3f-4a86-b7a5-0f6c21d9e834"]]],
  ["commit 7d2e91b0-4c3f-4a86-b7a5-0f6c21d9e834", []],
  ["IBAN GB82 WEST 1234 5698 7654 32 thanks", [["iban", "GB82 WEST 1234 5698 7654 32"]]],
  ["sort code 20 00 00 acct 5577 9911", [["uk-bank-account", "20 00 00 acct 5577 9911"]]],
  ["CPF111.444.777-35", [["br-cpf", "111.444.777-35"]]],
  ["CPF 111.444.777-35, RG 12.345.678-2, tel (11) 97412-0836", [["br-cpf", "111.444.777-35"], ["br-rg", "12.345.678-2"], ["phone", "(11) 97412-0836"]]],
  ["DNI 12345678Z y NIE X1234567L", [["es-dni", "12345678Z"], ["es-nie", "X1234567L"]]],
  ["NI AB123456C, dob 4/3/81, mob 07911 204 778", [["uk-nino", "AB123456C"], ["date-of-birth", "4/3/81"], ["phone", "07911 204 778"]]],
];

/** Written as people write. */
export const WRITTEN: readonly (readonly [string, [string, string][]])[] = [
  // Separators
  ["cpf:111.444.777-35", [["br-cpf", "111.444.777-35"]]],
  ["meu cpf é 11144477735", [["br-cpf", "11144477735"]]],
  ["CPF 111 444 777 35", [["br-cpf", "111 444 777 35"]]],
  ["CPF n° 111.444.777/35", [["br-cpf", "111.444.777/35"]]],
  ["CPF nº 111.444.777-35", [["br-cpf", "111.444.777-35"]]],
  ["CPF: 111.444.\n777-35", []],
  ["cpf\n111.444.777-35", [["br-cpf", "111.444.777-35"]]],
  ["my NI is ab 12 34 56 c", [["uk-nino", "ab 12 34 56 c"]]],
  ["nino AB-12-34-56-C", [["uk-nino", "AB-12-34-56-C"]]],
  ["card 4111-1111-1111-1111", [["payment-card", "4111-1111-1111-1111"]]],
  ["card no.4111111111111111", [["payment-card", "4111111111111111"]]],
  ["iban gb82west12345698765432", [["iban", "gb82west12345698765432"]]],
  ["mi dni 12.345.678-Z", [["es-dni", "12.345.678-Z"]]],
  ["NIE: X-1234567-L", [["es-nie", "X-1234567-L"]]],
  ["NHS 943-476-5870", [["uk-nhs-number", "943-476-5870"]]],
  ["CPF 111．444．777－35", [["br-cpf", "111．444．777－35"]]],
  // Split over words
  ["sort code is 20-00-00 and account 55779911", [["uk-bank-account", "20-00-00 and account 55779911"]]],
  ["s/c 200000 a/c 55779911", [["uk-bank-account", "200000 a/c 55779911"]]],
  ["agência 1234 conta 56789-0 do Itaú", [["br-bank-account", "agência 1234 conta 56789-0"]]],
  // Spelled out
  ["ana at firm dot com", [["email", "ana at firm dot com"]]],
  ["ana arroba escritorio ponto com ponto br", [["email", "ana arroba escritorio ponto com ponto br"]]],
  ["ana arroba despacho punto es", [["email", "ana arroba despacho punto es"]]],
  ["ana (at) firm (dot) com", [["email", "ana (at) firm (dot) com"]]],
  // Against punctuation and emoji
  ["(ana@firm.com)", [["email", "ana@firm.com"]]],
  ["here it is:ana@firm.com.", [["email", "ana@firm.com"]]],
  ["cpf 111.444.777-35👍", [["br-cpf", "111.444.777-35"]]],
  ["👉07911 204778👈", [["phone", "07911 204778"]]],
  ["«DNI 12345678Z»", [["es-dni", "12345678Z"]]],
  // Several
  ["dni 12345678Z, el de ella 87654321X", [["es-dni", "12345678Z"], ["es-dni", "87654321X"]]],
  ["cpfs: 111.444.777-35 e 529.982.247-25", [["br-cpf", "111.444.777-35"], ["br-cpf", "529.982.247-25"]]],
  // Telephones
  ["call me on 07911 204778", [["phone", "07911 204778"]]],
  ["+44 (0)7911 204 778", [["phone", "+44 (0)7911 204 778"]]],
  ["0044 7911 204778", [["phone", "0044 7911 204778"]]],
  ["me liga 11 97412-0836", [["phone", "11 97412-0836"]]],
  ["zap (21) 9 7412 0836", [["phone", "(21) 9 7412 0836"]]],
  ["llámame al 612 345 678", [["phone", "612 345 678"]]],
  ["tel. +34 612-34-56-78", [["phone", "+34 612-34-56-78"]]],
  ["@447911204778 said so", [["phone", "447911204778"]]],
  ["https://wa.me/5511974120836", [["phone", "5511974120836"]]],
];

/** Confidence is earned: the same digits with a name, with none, and with the name of something else. */
export const EARNED: readonly (readonly [string, [string, string][]])[] = [
  ["UTR 1123456789", [["uk-utr", "1123456789"]]],
  ["1123456789", []],
  ["invoice 1123456789", []],
  ["NHS no 943 476 5870", [["uk-nhs-number", "943 476 5870"]]],
  ["ref 943 476 5870", []],
  ["111.444.777-35", [["br-cpf", "111.444.777-35"]]],
  ["processo 11144477735", []],
  ["passport 123456782", [["uk-passport", "123456782"]]],
  ["policy 123456782", []],
  ["CPF 111.444.777-36", []],
  ["CPF 000.000.000-00", []],
  ["CPF 111.111.111-11", []],
  ["NI 123-45-6789 is an example", []],
  ["version 4.1.2.1, not an ip", []],
  ["ip 83.45.112.7", [["ip-address", "83.45.112.7"]]],
];

/** Names, addresses and dates of birth, by cue and by form. */
export const PEOPLE: readonly (readonly [string, [string, string][]])[] = [
  ["my name is Sarah Okonkwo", [["person-name", "Sarah Okonkwo"]]],
  ["sou a Mariana Teixeira", [["person-name", "Mariana Teixeira"]]],
  ["soy Lucía Fernández", [["person-name", "Lucía Fernández"]]],
  ["Mr James Whitfield called", [["person-name", "James Whitfield"]]],
  ["Blue Harbour Properties", []],
  ["Court Road and Market Street", []],
  ["he lives at 14 Ash Grove, Leeds LS6 2QJ", [["postal-address", "14 Ash Grove, Leeds LS6 2QJ"]]],
  ["moro na Rua das Acácias, 120, apto 31, São Paulo, 01310-100", [["postal-address", "Rua das Acácias, 120, apto 31, São Paulo, 01310-100"]]],
  ["vivo en la calle Mayor 12, 3º B, 28013 Madrid", [["postal-address", "calle Mayor 12, 3º B, 28013 Madrid"]]],
  ["dob 04/03/1981", [["date-of-birth", "04/03/1981"]]],
  ["born on 4 March 1981", [["date-of-birth", "4 March 1981"]]],
  ["nascida em 04/03/1981", [["date-of-birth", "04/03/1981"]]],
  ["nació el 4 de marzo de 1981", [["date-of-birth", "4 de marzo de 1981"]]],
  ["the hearing is on 04/03/2026", []],
];
