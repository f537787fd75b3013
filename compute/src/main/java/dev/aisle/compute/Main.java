package dev.aisle.compute;

import dev.aisle.compute.evaluate.EvaluateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry point: {@code compute …} or {@code evaluate …}. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    /** Runs a command and ends with its exit code: 0 done, 1 input or output failed, 2 wrong usage. */
    @SuppressWarnings("SystemExitOutsideMain") // this is main
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), System.in, out, err);
        out.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            return switch (command) {
                case "compute" -> new ComputeCommand(out, err).run(rest, in);
                case "evaluate" -> new EvaluateCommand(out, err).run(rest);
                default -> throw new UsageException("expected compute or evaluate, was '" + command + "'");
            };
        } catch (UsageException e) {
            err.println("aisle " + command + ": " + e.getMessage());
            return USAGE;
        }
    }
}
