package conclave.appliance.result;

import conclave.appliance.Scratch;
import conclave.appliance.pack.Sealing;
import conclave.exchange.BagWriter;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Progress;
import conclave.exchange.parcel.SignedFiles;
import conclave.exchange.result.PlatformReceipt;
import conclave.main.PackageRoom;
import conclave.seal.RandomIds;
import conclave.seal.container.PackageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A receipt as it is given out: sealed and signed, or open with a signature beside it, or only to look at. */
record SignedReceipt(PlatformReceipt receipt, Path out, Optional<Path> excel, CommandSpec spec, Sealing sealing) {

    /** As long as a result may wait for its purge. */
    private static final int DAYS = 400;
    private static final String ENDING = ".mpkg";

    String write() throws IOException {
        if (sealing.holding().keys().isEmpty()) {
            if (sealing.sealed()) throw wrong("请用 --key 给出签名私钥。Name the key that signs with --key.");
            return bare();
        }
        return sealing.sealed() ? sealed() : open();
    }

    private String bare() throws IOException {
        Files.write(out, receipt.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return out + "（没有签名，只供查看 unsigned, to look at only）";
    }

    /** The workbook must lie where the signature will look for it. */
    private String open() throws IOException {
        var files = new ArrayList<>(List.of(out));
        if (excel.isPresent()) {
            if (!excel.get().toAbsolutePath().getParent().equals(out.toAbsolutePath().getParent())) {
                throw wrong("请把 --out 写到 Excel 文件所在的文件夹。Write the receipt beside the workbook.");
            }
            files.add(excel.get());
        }
        bare();
        try {
            var signature = SignedFiles.sign(files, PackageRoom.cryptography().signer(sealing.holding().keys()), Instant.now());
            return out + "、" + signature.getFileName();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(out);
            throw e;
        }
    }

    private String sealed() throws IOException {
        var name = out.getFileName().toString();
        if (!name.endsWith(ENDING)) throw wrong("数据包的文件名须以 .mpkg 结尾。The name of a package ends in .mpkg.");
        try (var scratch = Scratch.named("receipt")) {
            var bag = scratch.folder().resolve("bag");
            try (var writer = new BagWriter(bag)) {
                writer.put(Answers.RECEIPT, receipt.bytes());
                if (excel.isPresent()) writer.put("data/answer.xlsx", Files.readAllBytes(excel.get()));
                writer.finish(LocalDate.now(ZoneOffset.UTC), Map.of("Conclave-Format", PlatformReceipt.FORMAT, "External-Identifier", receipt.meeting()));
            }
            var contents = new Sealing.Contents(PackageType.RECEIPT, RandomIds.next("pkg"), receipt.number(), Optional.empty(), receipt.meeting(),
                    "receipt " + receipt.number(), DAYS, "conclave package receipt");
            new Packing(bag, sealing.order(spec, contents), Progress.SILENT).into(out.toAbsolutePath().getParent(), name.substring(0, name.length() - ENDING.length()));
            return out.toString();
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
