declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module "natural/lib/natural/stemmers/porter_stemmer_es.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module "natural/lib/natural/stemmers/porter_stemmer_pt.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  export default class {
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    classify(tokens: readonly string[]): string;
  }
}
declare module "natural/lib/natural/classifiers/logistic_regression_classifier.js" {
  export { default } from "natural/lib/natural/classifiers/bayes_classifier.js";
}
