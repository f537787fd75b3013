package dev.aisle.containers;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs podman with a store, a state and networks of its own, so that nothing else of the machine's containers is seen or touched. */
final class Engine {
    /** The folder of what runs; a socket's path must be short. */
    private static final Path STATE = Path.of("/run/aisle-trial");

    private final Path home;
    private final Path folder;
    private final Path script;
    private final Path limits;
    private final Path store;
    private volatile boolean closed;

    /** One whose store lies below a folder. */
    Engine(Path home) {
        this.home = home;
        this.folder = home.resolve("bin");
        this.script = folder.resolve("podman");
        this.limits = folder.resolve("containers.conf");
        this.store = home.resolve("store");
    }

    /**
     * The output of a programme.
     *
     * @param exit code
     * @param out its standard output
     * @param error its other output
     */
    record Answer(int exit, String out, String error) {
        /** Returns the last lines of what it said. */
        String end() {
            List<String> lines =
                    (out + "\n" + error).lines().filter(line -> !line.isBlank()).toList();
            return lines.subList(Math.max(0, lines.size() - 12), lines.size()).stream()
                    .map(line -> line.substring(0, Math.min(300, line.length())))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Writes the programme {@code podman} that others find on their path. */
    void prepare() {
        String text =
                """
            #!/bin/bash
            export PODMAN_IGNORE_CGROUPSV1_WARNING=1 CONTAINERS_CONF_OVERRIDE=%s
            exec %s --root %s --runroot %s --tmpdir %s --network-config-dir %s --runtime runc "$@"
            """.formatted(limits, onPath("podman"), store, STATE + "/store", STATE + "/tmp", STATE + "/networks");
        // A build asks for more files and processes than a machine may allow, and then nothing of it runs.
        String mostThatIsAllowed = """
            files=$(ulimit -Hn) processes=$(ulimit -Hu)
            echo "[containers]"
            echo "default_ulimits = [\\"nofile=${files/unlimited/-1}\\", \\"nproc=${processes/unlimited/-1}\\"]"
            """;
        try {
            Files.createDirectories(folder);
            Files.createDirectories(STATE.resolve("networks"));
            Files.writeString(
                    limits,
                    run(List.of("bash", "-c", mostThatIsAllowed), Map.of()).out());
            Files.writeString(script, text);
            if (!script.toFile().setExecutable(true)) {
                throw new CommandFailure(script + " can't be made executable.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The engine can't be prepared in " + home, e);
        }
        closed = false;
    }

    /** Returns the folder of that programme. */
    Path path() {
        return folder;
    }

    /** Runs podman to its end; what it printed on standard output. */
    String podman(String... words) {
        Answer answer = tried(words);
        if (answer.exit() != 0) {
            throw new CommandFailure("podman " + words[0] + " ended with " + answer.exit() + ":\n" + answer.end());
        }
        return answer.out().strip();
    }

    /** Runs podman to its end, however that is. */
    Answer tried(String... words) {
        if (closed) {
            throw new CommandFailure("The trial is ending.");
        }
        return call(words);
    }

    private Answer call(String... words) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        return run(command, Map.of());
    }

    /** Runs a programme to its end. */
    static Answer run(List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("aisle-trial", ".out");
            Path error = Files.createTempFile("aisle-trial", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(error.toFile());
                builder.environment().putAll(environment);
                int exit = builder.start().waitFor();
                return new Answer(exit, Files.readString(out), Files.readString(error));
            } finally {
                Files.delete(out);
                Files.delete(error);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    /** Removes every pod, volume and network of this store, also after a run that was killed; images stay. Returns what is still there. */
    List<String> end() {
        List<String> left = new ArrayList<>();
        if (Files.exists(store)) {
            prepare();
            closed = true;
            call("pod", "rm", "--all", "--force", "--time", "0");
            call("rm", "--all", "--force", "--time", "0");
            call("volume", "rm", "--all", "--force");
            for (String network : call("network", "ls", "--quiet").out().lines().toList()) {
                call("network", "rm", "--force", network);
            }
            left.addAll(call("ps", "--all", "--quiet").out().lines().toList());
            left.addAll(call("volume", "ls", "--quiet").out().lines().toList());
        }
        unmount(STATE);
        run(List.of("rm", "-rf", STATE.toString()), Map.of());
        return left;
    }

    /** Removes the store with all images. */
    void forget() {
        end();
        unmount(store);
        // Layers belong to other users and have no bits for their owner: rm as root goes over that.
        run(List.of("rm", "-rf", store.toString(), folder.toString()), Map.of());
    }

    /** Returns where a programme lies. */
    static Path onPath(String programme) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, programme))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new CommandFailure("There is no " + programme + " on the path."));
    }

    private static void unmount(Path below) {
        try (var lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            List<String> places = lines.map(line -> line.split(" ", -1)[4])
                    .filter(place -> place.startsWith(below + "/"))
                    .toList();
            for (String place : places.reversed()) {
                run(List.of("umount", "--lazy", place), Map.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What is mounted can't be read", e);
        }
    }
}
