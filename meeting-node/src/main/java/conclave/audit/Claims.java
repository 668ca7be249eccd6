package conclave.audit;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.ledger.Fork;
import conclave.ledger.Head;
import conclave.ledger.Receipt;
import conclave.ledger.Root;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Gathers what the nodes have signed for. Whatever is not signed by one of them is told and left aside. */
final class Claims {

    private static final int LARGEST_RECEIPT = 1 << 20;

    private final List<Signatory> kit;
    private final Chain chain;
    private final Findings findings;
    private final List<Claim> all = new ArrayList<>();
    private final List<Verdict.Found> found = new ArrayList<>();
    private long covered;

    Claims(List<Signatory> kit, Chain chain, Findings findings) {
        this.kit = kit;
        this.chain = chain;
        this.findings = findings;
    }

    List<Claim> all() {
        return all;
    }

    List<Verdict.Found> found() {
        return found;
    }

    /** Ten digits find a line; that it is the one is told by the receipt that they are short for. */
    void slip(String digits) {
        var line = chain.slip(digits);
        if (line.isPresent()) found.add(new Verdict.Found(digits, line.getAsLong()));
        else findings.add(Matter.SLIP_ABSENT, "slip", digits);
    }

    void roots(Path path) {
        if (!Files.exists(path)) return;
        var file = new LineFile(path, findings);
        file.read((number, line) -> {
            try {
                root(Root.read(line), file.name() + ":" + number);
            } catch (BadJson | ArithmeticException e) {
                findings.add(Matter.SIGNED_MALFORMED, "file", file.name(), "line", number);
            }
        });
    }

    private void root(Root root, String source) {
        if (root.first() != covered + 1) findings.add(Matter.ROOTS_UNORDERED, "source", source, "expected", covered + 1, "found", root.first());
        covered = root.last();
        var by = signer(root.by(), root::verify, source);
        if (by.isEmpty()) return;
        claim(by.get(), root, source);
        if (root.first() >= 1 && root.last() <= chain.size() && !root.standsOver(chain.lines(root.first(), root.size()))) {
            findings.add(Matter.ROOT_DIFFERS, "node", by.get().name(), "first", root.first(), "last", root.last(), "source", source);
        }
    }

    private void claim(Signatory by, Root root, String source) {
        all.add(new Claim(by, root.meeting(), root.last(), root.statement().text("head"), source));
    }

    void heads(Path path) {
        if (!Files.exists(path)) return;
        var file = new LineFile(path, findings);
        file.read((number, line) -> {
            try {
                head(Head.read(line), file.name() + ":" + number);
            } catch (BadJson e) {
                findings.add(Matter.SIGNED_MALFORMED, "file", file.name(), "line", number);
            }
        });
    }

    private boolean head(Head head, String source) {
        var by = signer(head.by(), head::verify, source);
        by.ifPresent(signer -> all.add(new Claim(signer, head.meeting(), head.size(), head.hash(), source)));
        return by.isPresent();
    }

    /** Both sides of a fork are claims like others: that they contradict each other comes out by itself. */
    void forks(Path path) {
        if (!Files.exists(path)) return;
        var file = new LineFile(path, findings);
        var keys = kit.stream().map(Signatory::key).toList();
        file.read((number, line) -> {
            var source = file.name() + ":" + number;
            try {
                var fork = Fork.read(line);
                if (fork.verify(keys) == Fork.Verdict.NO_PROOF) findings.add(Matter.FORK_UNPROVEN, "source", source);
                else if (head(fork.one(), source)) head(fork.other(), source);
            } catch (BadJson e) {
                findings.add(Matter.SIGNED_MALFORMED, "file", file.name(), "line", number);
            }
        });
    }

    void receipt(Path path) {
        var name = path.getFileName().toString();
        try (var in = Files.newInputStream(path)) {
            receipt(Receipt.fromJson(CanonicalJson.readObject(in.readNBytes(LARGEST_RECEIPT))), name);
        } catch (IOException e) {
            findings.add(Matter.UNREADABLE, "file", name);
        } catch (BadJson | ArithmeticException e) {
            findings.add(Matter.RECEIPT_MALFORMED, "file", name);
        }
    }

    private void receipt(Receipt receipt, String name) {
        var known = kit.stream().filter(node -> node.id().equals(receipt.root().by())).findFirst();
        if (known.isEmpty()) {
            findings.add(Matter.SIGNER_UNKNOWN, "source", name, "key", receipt.root().by());
        } else if (!receipt.verify(known.get().key())) {
            findings.add(Matter.RECEIPT_FALSE, "file", name);
        } else {
            claim(known.get(), receipt.root(), name);
            var line = Digests.hex(Digests.sha256(receipt.line().getBytes(StandardCharsets.UTF_8)));
            if (receipt.seq() <= chain.size() && !chain.hash(receipt.seq()).equals(line)) {
                findings.add(Matter.RECEIPT_DIFFERS, "file", name, "line", receipt.seq());
            } else if (receipt.seq() <= chain.size()) {
                found.add(new Verdict.Found(name, receipt.seq()));
            }
        }
    }

    private Optional<Signatory> signer(String id, Predicate<byte[]> verify, String source) {
        var known = kit.stream().filter(node -> node.id().equals(id)).findFirst();
        if (known.isEmpty()) findings.add(Matter.SIGNER_UNKNOWN, "source", source, "key", id);
        else if (!verify.test(known.get().key())) findings.add(Matter.SIGNATURE_WRONG, "source", source, "node", known.get().name());
        else return known;
        return Optional.empty();
    }
}
