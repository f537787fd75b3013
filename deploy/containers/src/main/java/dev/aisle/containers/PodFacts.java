package dev.aisle.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the pods that run: whether they are as the chart wants them. */
final class PodFacts {
    private static final int USER = 10001;
    /** A shorter text stands in a path or a name by chance. */
    private static final int LEAST_SECRET = 20;

    private final Collection<RunningPod> pods;
    private final List<String> secrets;

    /** The facts of these pods, with the Secrets that they must not show. */
    PodFacts(Collection<RunningPod> pods, Map<String, Map<String, byte[]>> secrets) {
        this.pods = List.copyOf(pods);
        this.secrets = secrets.values().stream()
                .flatMap(entries -> entries.values().stream())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.length() >= LEAST_SECRET)
                .distinct()
                .toList();
    }

    void see(Promises promises) {
        List<String> restricted = new ArrayList<>();
        List<String> writable = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        List<String> files = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (RunningPod pod : pods) {
            KernelView kernel = new KernelView(pod.pid());
            kernel.beyondRestricted(USER).forEach(each -> restricted.add(pod.name() + ": " + each));
            String refused = kernel.refusedWrite("/app");
            if (!refused.contains("Read-only file system")) {
                writable.add(pod.name() + ": /app took a file" + (refused.isEmpty() ? "" : " or said " + refused));
            }
            if (!kernel.refusedWrite("/tmp").isEmpty()) {
                writable.add(pod.name() + ": /tmp takes no file");
            }
            long wanted = ChartPods.memoryLimit(pod.container());
            if (kernel.memoryLimit() != wanted) {
                limits.add(pod.name() + ": " + kernel.memoryLimit() + " instead of " + wanted + " bytes");
            }
            files.addAll(wrongFiles(pod));
            if (!kernel.shown(secrets).isEmpty()) {
                shown.add(pod.name() + " shows a secret in its environment or its command line");
            }
        }
        String each = "each of " + pods.size() + " pods";
        promises.see(
                "pods run as user " + USER + " without capabilities, new privileges or a token, behind seccomp",
                restricted,
                each + ", by the kernel's word");
        promises.see("the root file system is read-only and /tmp isn't", writable, each + ", tried as root");
        promises.see("the chart's memory limits are those of the control groups", limits, each);
        promises.see(
                "secrets are files of root and the pod's group, mode 0440, and were read", files, each + " got ready");
        promises.see("no secret stands in an environment or a command line", shown, secrets.size() + " looked for");
    }

    private static List<String> wrongFiles(RunningPod pod) {
        Path folder = Path.of("/proc", Long.toString(pod.pid()), "root/etc/aisle/secrets");
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            if (files.isEmpty()) {
                return List.of(pod.name() + " has no file of a Secret");
            }
            List<String> wrong = new ArrayList<>();
            for (Path file : files) {
                Map<String, Object> is = Files.readAttributes(file, "unix:uid,gid");
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!is.equals(Map.of("uid", 0, "gid", USER)) || !mode.equals("r--r-----")) {
                    wrong.add(pod.name() + ": " + folder.relativize(file) + " is " + is + " " + mode);
                }
            }
            return wrong;
        } catch (IOException e) {
            throw new UncheckedIOException("The Secrets of " + pod.name() + " can't be looked at", e);
        }
    }

    /** Sees that none of them was ended for its memory or came back by itself, and how much each workload had at most. */
    void seeAfterwards(Promises promises) {
        Map<String, Long> most = new TreeMap<>();
        for (RunningPod pod : pods) {
            long peak = new KernelView(pod.pid()).memoryPeak() >> 20;
            long limit = ChartPods.memoryLimit(pod.container()) >> 20;
            most.merge(pod.workload() + " of " + limit, peak, Math::max);
        }
        promises.see(
                "no pod is ended for its memory or starts again by itself",
                pods.stream()
                        .map(RunningPod::misfortune)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                "most MiB so far: "
                        + most.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
