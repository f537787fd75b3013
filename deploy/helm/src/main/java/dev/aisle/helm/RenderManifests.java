package dev.aisle.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code ./aisle k8s render} writes what follows from the chart; {@code --check} only tells what is stale, and ends with 1 then; {@code --routes} first takes
 * the routes out of the OpenAPI documents of the services as they were built last.
 */
public final class RenderManifests {
    private static final String PAGE = "docs/operations/kubernetes.md";

    private final Path project;

    /** In a checkout. */
    public RenderManifests(Path project) {
        this.project = project;
    }

    public static void main(String... arguments) throws IOException {
        var render = new RenderManifests(Chart.project());
        if (Set.of(arguments).contains("--check")) {
            Set<String> stale = render.stale();
            stale.forEach(file -> System.out.println("stale: " + file));
            System.exit(stale.isEmpty() ? 0 : 1);
        }
        if (Set.of(arguments).contains("--routes")) {
            Files.writeString(render.project.resolve(RoutesFile.PLACE), RoutesFile.text(render.project));
        }
        System.out.println("written: " + render.write() + " files");
    }

    /** All files that are made, by their path in the checkout. */
    Map<String, String> files() throws IOException {
        var all = new TreeMap<String, String>();
        all.put("deploy/helm/aisle/files/access.yaml", AccessFile.text());
        // It follows from the services' documents, which only a build of them leaves: a test of e2e holds them
        // together.
        all.put(RoutesFile.PLACE, Files.readString(project.resolve(RoutesFile.PLACE)));
        all.put(PAGE, values().into(Files.readString(project.resolve(PAGE))));
        all.putAll(new PlainManifests(project).files());
        return all;
    }

    private ValuesTable values() {
        return new ValuesTable(project.resolve("deploy/helm/aisle/values.yaml"));
    }

    /** What isn't as it should be: missing, different, or there without a reason. */
    public Set<String> stale() throws IOException {
        var stale = new TreeSet<String>();
        Map<String, String> wanted = files();
        for (var file : wanted.entrySet()) {
            Path path = project.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                stale.add(file.getKey());
            }
        }
        present().filter(path -> !wanted.containsKey(path)).forEach(stale::add);
        return stale;
    }

    /** The files of the folders that are all written here; what is linked lies elsewhere. */
    private Stream<String> present() throws IOException {
        Stream.Builder<String> all = Stream.builder();
        for (String folder : Set.of("k8s/base", "k8s/overlays", "deploy/helm/aisle/files")) {
            if (Files.isDirectory(project.resolve(folder))) {
                try (Stream<Path> files = Files.walk(project.resolve(folder))) {
                    files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .filter(file -> !file.getFileName().toString().equals("values.yaml"))
                            .forEach(file ->
                                    all.add(project.relativize(file).toString().replace('\\', '/')));
                }
            }
        }
        return all.build();
    }

    private int write() throws IOException {
        // Access and rules first: the manifests are rendered from what lies in the chart.
        Files.createDirectories(project.resolve("deploy/helm/aisle/files"));
        Files.writeString(project.resolve("deploy/helm/aisle/files/access.yaml"), AccessFile.text());
        Map<String, String> wanted = files();
        for (String path : present().toList()) {
            if (!wanted.containsKey(path)) {
                Files.delete(project.resolve(path));
            }
        }
        for (var file : wanted.entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return wanted.size();
    }
}
