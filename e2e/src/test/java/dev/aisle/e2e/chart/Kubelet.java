package dev.aisle.e2e.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.e2e.Packaged;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.stack.Jvm;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.StartArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Does for the chart's pods what a kubelet does: mounts the configuration and the secrets that they name, and starts what they run. Every pod is
 * a process of this machine with a loopback address of its own, found by its service's name.
 */
final class Kubelet implements AutoCloseable {
    private static final String MOUNTED = "/(etc|var/lib)/aisle";
    private static final String SERVICE = "@/app/service.args";
    private static final int FIRST_ADDRESS = 11;

    private final Path project;
    private final Path home;
    private final Map<String, JsonNode> pods = new LinkedHashMap<>();
    private final Map<String, JsonNode> configurations = new HashMap<>();
    private final Map<String, Map<String, byte[]>> secrets = new HashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Process> running = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> more = new HashMap<>();

    /**
     * For what a chart has made.
     *
     * @param home where pods have their files
     */
    Kubelet(Path project, Path home, List<JsonNode> objects) {
        this.project = project;
        this.home = home;
        for (JsonNode object : objects) {
            String name = object.at("/metadata/name").asText();
            switch (object.path("kind").asText()) {
                case "ConfigMap" -> configurations.put(name, object.path("data"));
                case "Job" -> pods.put(name, object.at("/spec/template/spec"));
                case "Deployment", "StatefulSet" -> {
                    pods.put(name, object.at("/spec/template/spec"));
                    addresses.put(name, "127.0.0." + (FIRST_ADDRESS + addresses.size()));
                }
                default -> {
                    // What only a cluster has a use for.
                }
            }
        }
    }

    /** The services' pods and their addresses. */
    Map<String, String> addresses() {
        return Map.copyOf(addresses);
    }

    /** The jobs, in the chart's order. */
    List<String> jobs() {
        return pods.keySet().stream()
                .filter(name -> !addresses.containsKey(name))
                .toList();
    }

    /** A Secret; of pods that have it mounted the files change. */
    void secret(String name, Map<String, byte[]> entries) throws IOException {
        secrets.put(name, entries);
        for (String pod : running.keySet()) {
            mountAll(pod);
        }
    }

    /** Lines at the end of a pod's configuration, in the place of those before; read at its next start. */
    void configure(String pod, Map<String, String> lines) {
        more.put(pod, lines);
    }

    /** Runs a job to its end; what it said. */
    String finish(String job) throws IOException, InterruptedException {
        Process process = begin(job);
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(job + " failed: " + log(job));
        }
        return log(job);
    }

    /** Starts a service's pod. */
    void start(String pod) throws IOException {
        running.put(pod, begin(pod));
    }

    /** Ends it, if it runs. */
    void stop(String pod) throws InterruptedException {
        Process process = running.remove(pod);
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    boolean isAlive(String pod) {
        Process process = running.get(pod);
        return process != null && process.isAlive();
    }

    String log(String pod) throws IOException {
        return Files.readString(logFile(pod));
    }

    private Path logFile(String pod) {
        return home.resolve(pod + ".log");
    }

    private Process begin(String pod) throws IOException {
        Folders.delete(folder(pod));
        mountAll(pod);
        JsonNode container = spec(pod).at("/containers/0");
        ProcessBuilder builder = new ProcessBuilder(command(pod, container))
                .directory(folder(pod).toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile(pod).toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("JAVA_"));
        for (JsonNode each : container.path("env")) {
            environment.put(
                    each.path("name").asText(), placed(pod, each.path("value").asText()));
        }
        String address = addresses.get(pod);
        if (address != null) {
            // In a cluster a pod has an address to itself and listens at all there are.
            environment.put("QUARKUS_HTTP_HOST", address);
        }
        return builder.start();
    }

    /** The image's entry is Java with the class path; the arguments are flags, and what runs. */
    private List<String> command(String pod, JsonNode container) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(List.of(
                "-XX:+UseCompactObjectHeaders",
                "-Djdk.net.hosts.file=" + hosts(),
                "-Dvertx.disableDnsResolver=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String service = service(container.path("image").asText());
        // Two cores for a cluster: what the second compiler gains comes later than the test ends.
        words.add(service.equals(Part.RECOMMENDER.label()) ? Jvm.vectors() : Jvm.quickStart());
        for (JsonNode argument : container.path("args")) {
            String word = argument.asText();
            if (word.equals(SERVICE)) {
                words.addAll(StartArchive.command(Packaged.folder(project, service)));
            } else if (word.startsWith("dev.aisle.")) {
                words.addAll(List.of("-cp", Packaged.classPath(project, service), word));
            } else {
                words.add(placed(pod, word));
            }
        }
        return words;
    }

    private static String service(String image) {
        return image.replaceFirst(".*aisle-", "").replaceFirst(":.*", "");
    }

    private Path hosts() throws IOException {
        String text = addresses.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining("\n", "127.0.0.1 localhost\n", "\n"));
        return Files.writeString(home.resolve("hosts"), text);
    }

    private void mountAll(String pod) throws IOException {
        Files.createDirectories(folder(pod));
        for (JsonNode mount : spec(pod).at("/containers/0/volumeMounts")) {
            Path place = Path.of(placed(pod, mount.path("mountPath").asText()));
            if (place.startsWith(folder(pod))) {
                Map<String, byte[]> files = new HashMap<>();
                for (JsonNode volume : spec(pod).path("volumes")) {
                    if (volume.path("name").equals(mount.path("name"))) {
                        files.putAll(filesOf(pod, volume));
                    }
                }
                if (files.isEmpty()) {
                    // What a pod writes itself.
                    Files.createDirectories(place);
                } else {
                    MountedVolume.publish(place, files);
                }
            }
        }
    }

    private Map<String, byte[]> filesOf(String pod, JsonNode volume) {
        Map<String, byte[]> files = new HashMap<>();
        if (volume.has("configMap")) {
            for (var entry :
                    configurations.get(volume.at("/configMap/name").asText()).properties()) {
                String text = placed(pod, entry.getValue().asText()) + "\n" + added(pod);
                files.put(entry.getKey(), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (volume.has("secret")) {
            files.putAll(filesOfSecret(
                    volume.path("secret"), volume.at("/secret/secretName").asText()));
        }
        for (JsonNode source : volume.at("/projected/sources")) {
            files.putAll(filesOfSecret(
                    source.path("secret"), source.at("/secret/name").asText()));
        }
        return files;
    }

    private String added(String pod) {
        return more.getOrDefault(pod, Map.of()).entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, byte[]> filesOfSecret(JsonNode source, String name) {
        Map<String, byte[]> entries = secrets.get(name);
        if (entries == null) {
            throw new IllegalStateException("There is no Secret " + name);
        }
        if (!source.has("items")) {
            return entries;
        }
        Map<String, byte[]> files = new HashMap<>();
        for (JsonNode item : source.path("items")) {
            String key = item.path("key").asText();
            byte[] bytes = entries.get(key);
            if (bytes == null) {
                throw new IllegalStateException("The Secret " + name + " has no " + key);
            }
            files.put(item.path("path").asText(), bytes);
        }
        return files;
    }

    private JsonNode spec(String pod) {
        JsonNode spec = pods.get(pod);
        if (spec != null) {
            return spec;
        }
        throw new IllegalArgumentException("No pod " + pod + " among " + pods.keySet());
    }

    private Path folder(String pod) {
        return home.resolve(pod);
    }

    /** The pod's own file system begins at its folder. */
    private String placed(String pod, String text) {
        return text.replaceAll(MOUNTED, folder(pod) + "/$1/aisle");
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
