package dev.aisle.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The kernel's word on a container's process: what it may do, not what was asked for. */
final class KernelView {
    private static final Path TOKEN = Path.of("var/run/secrets/kubernetes.io");

    private final Path process;

    /** The view of a process of this machine, by its number. */
    KernelView(long pid) {
        this.process = Path.of("/proc", Long.toString(pid));
    }

    /** Returns what the restricted Pod Security standard forbids and the process has. */
    List<String> beyondRestricted(int user) {
        List<String> all = new ArrayList<>();
        expect(all, "Uid", (user + "\t").repeat(4).strip());
        expect(all, "Gid", (user + "\t").repeat(4).strip());
        expect(all, "CapEff", "0000000000000000");
        expect(all, "CapPrm", "0000000000000000");
        expect(all, "CapBnd", "0000000000000000");
        expect(all, "NoNewPrivs", "1");
        expect(all, "Seccomp", "2");
        if (Files.exists(process.resolve("root").resolve(TOKEN))) {
            all.add("a token of the API is mounted");
        }
        return all;
    }

    private void expect(List<String> all, String field, String value) {
        String found = status(field);
        if (!found.equals(value)) {
            all.add(field + " is " + found + ", not " + value);
        }
    }

    private String status(String field) {
        return field(read(process.resolve("status")), field);
    }

    /** Returns the value of a field of {@code /proc/PID/status}. */
    static String field(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst()
                .orElse("absent");
    }

    /** Tries to write below a folder of the container, as root even; what the kernel answers, empty when it let it happen. */
    String refusedWrite(String folder) {
        Path file = process.resolve("root" + folder).resolve("written-by-a-trial");
        try {
            Files.writeString(file, "x");
            Files.delete(file);
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Returns the limit of its control group in bytes; -1 when there is none. */
    long memoryLimit() {
        return number("memory/%s/memory.limit_in_bytes", "%s/memory.max");
    }

    /** Returns the most that its control group has had, in bytes. */
    long memoryPeak() {
        return number("memory/%s/memory.max_usage_in_bytes", "%s/memory.peak");
    }

    private long number(String first, String second) {
        String groups = read(process.resolve("cgroup"));
        String legacy = group(groups, ":memory:");
        Path file = legacy.isEmpty()
                ? Path.of("/sys/fs/cgroup/" + second.formatted(group(groups, "0::")))
                : Path.of("/sys/fs/cgroup/" + first.formatted(legacy));
        String text = read(file).strip();
        return text.equals("max") ? -1 : Long.parseLong(text);
    }

    /** Returns the path of a control group in {@code /proc/PID/cgroup}; empty when it isn't there. */
    static String group(String groups, String mark) {
        return groups.lines()
                .filter(line -> mark.startsWith(":") ? line.contains(mark) : line.startsWith(mark))
                .map(line -> line.substring(line.indexOf(mark) + mark.length()))
                .findFirst()
                .orElse("");
    }

    /** Returns which of these texts stand in its environment or its command line. */
    List<String> shown(Collection<String> secrets) {
        String seen = read(process.resolve("environ")) + read(process.resolve("cmdline"));
        return secrets.stream().filter(seen::contains).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
