package dev.aisle.ingest.domains;

import dev.aisle.platform.domains.DomainPack;
import dev.aisle.platform.domains.InvalidPackException;
import dev.aisle.platform.domains.PackFiles;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code ./aisle pack check FILE}: reads a pack as the services do and tries its examples, without a server. */
public final class PackCheck {
    private static final int USAGE = 2;

    private PackCheck() {}

    /** Ends with 0 when the pack can be used, 1 when it can't, 2 when it wasn't asked rightly. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("check")) {
            out.println(
                    "Usage: ./aisle pack check FILE, where FILE is a pack such as media.yaml, or the name of a pack that Aisle"
                            + " comes with: " + String.join(", ", PackFiles.SHIPPED));
            return USAGE;
        }
        try {
            return tell(pack(arguments.getLast()), out);
        } catch (InvalidPackException e) {
            e.faults().forEach(out::println);
            out.println(e.faults().size() + " to mend; the services would not start with it.");
            return 1;
        }
    }

    private static DomainPack pack(String name) {
        Path file = Path.of(name);
        return PackFiles.SHIPPED.contains(name) && !Files.exists(file) ? PackFiles.shipped(name) : PackFiles.read(file);
    }

    private static int tell(DomainPack pack, PrintStream out) {
        List<String> faults = ReadablePack.faults(pack);
        if (!faults.isEmpty()) {
            throw new InvalidPackException(faults);
        }
        out.println("Pack " + pack.name() + ": " + pack.events().size() + " events, "
                + pack.attributes().size() + " attributes, reasons in "
                + pack.reasons().size() + " languages.");
        List<PackTrial.Line> lines = new PackTrial(pack, Instant.now()).lines();
        lines.forEach(line ->
                out.println((line.fine() ? "  taken    " : "  REFUSED  ") + line.example() + "  " + line.became()));
        long refused = lines.stream().filter(line -> !line.fine()).count();
        out.println(
                refused == 0
                        ? "It can be used: aisle.domains.packs=" + pack.name()
                        : "Refused: " + refused + " of " + lines.size() + " examples; mend the pack or the examples.");
        return refused == 0 ? 0 : 1;
    }
}
