package dev.aisle.publish.release;

import dev.aisle.publish.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is handed out of a version: archives of what was built, the lists of their parts, and the SHA-256 of each. The same files give the same bytes. */
final class Artefacts {
    private static final List<String> SERVICES = List.of(
            "event-ingest-service", "profile-service", "recommender-service", "campaign-service", "privacy-service");
    private static final List<String> TOOLS = List.of("compute", "federate");
    private static final String SUMS = "SHA256SUMS";
    // Zip's own times begin in 1980 and have no zone; this one is the same wherever it is written.
    private static final Instant EVERY_FILE = Instant.parse("2000-01-01T00:00:00Z");

    private final Path project;
    private final String version;

    Artefacts(Path project, String version) {
        this.project = project;
        this.version = version;
    }

    /** Name of an artefact → the folder that is packed or the file that is copied. */
    Map<String, Path> sources() {
        Map<String, Path> sources = new TreeMap<>();
        for (String service : SERVICES) {
            sources.put(name(service, ".zip"), project.resolve(service).resolve("target/quarkus-app"));
        }
        for (String tool : TOOLS) {
            sources.put(name(tool, ".zip"), project.resolve(tool).resolve("target/libs"));
            sources.put(
                    name(tool, ".jar"), project.resolve(tool).resolve("target/aisle-" + tool + "-" + version + ".jar"));
        }
        sources.put(name("contracts", ".zip"), project.resolve("contracts/src/main/proto"));
        sources.put(name("kubernetes", ".zip"), project.resolve("k8s"));
        Path chart = project.resolve("deploy/helm/aisle");
        if (Files.isDirectory(chart)) {
            sources.put(name("chart", ".zip"), chart);
        }
        found("bom.json")
                .forEach(bom ->
                        sources.put(name(project.relativize(bom).getName(0).toString(), ".cdx.json"), bom));
        images().forEach(image -> sources.put(image.getFileName().toString(), image));
        return sources;
    }

    /** What {@code ./aisle images} left. */
    private List<Path> images() {
        Path folder = project.resolve("deploy/images/target/images");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private List<Path> found(String file) {
        try (Stream<Path> folders = Files.list(project)) {
            return folders.map(folder -> folder.resolve("target").resolve(file))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + project, e);
        }
    }

    private String name(String part, String ending) {
        return "aisle-" + part + "-" + version + ending;
    }

    /** Writes them into a folder, with a file of their sums as {@code sha256sum -c} reads it; the lines of that file. */
    List<String> write(Path folder) {
        List<String> missing = sources().entrySet().stream()
                .filter(source -> !Files.exists(source.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            throw new Failure("Not built: " + String.join(", ", missing) + ". ./aisle build");
        }
        List<String> sums = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, Path> source : sources().entrySet()) {
                Path target = folder.resolve(source.getKey());
                if (Files.isDirectory(source.getValue())) {
                    pack(source.getValue(), target);
                } else {
                    Files.write(target, Files.readAllBytes(source.getValue()));
                }
                sums.add(Sums.of(target) + "  " + source.getKey());
            }
            Files.write(folder.resolve(SUMS), sums);
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + folder, e);
        }
    }

    private static void pack(Path folder, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
                entry.setLastModifiedTime(FileTime.from(EVERY_FILE));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
