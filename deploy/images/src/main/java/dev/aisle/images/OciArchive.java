package dev.aisle.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An image as a file: the same bytes from the same files, whenever and wherever it is written. */
final class OciArchive {
    private static final FilePermissions READ = FilePermissions.fromOctalString("444");
    private static final FilePermissions RUN = FilePermissions.fromOctalString("555");
    private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
    private static final FilePermissions EVERYBODY = FilePermissions.fromOctalString("777");

    private final Path scratch;

    OciArchive(Path scratch) {
        this.scratch = scratch;
    }

    /** A folder and where it stands in the image. */
    record Layer(String name, Path folder, String place) {}

    /** Writes the file; answers the image's digest. */
    String write(Path file, String image, String tag, List<Layer> layers, Map<String, String> labels)
            throws IOException {
        JibContainerBuilder builder = Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setCreationTime(Instant.EPOCH)
                .setEntrypoint(Places.JAVA + "/bin/java", "@" + Places.OPTIONS)
                .setProgramArguments("@" + Places.SERVICE)
                .setUser(Places.USER + ":" + Places.USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
                .setEnvironment(Map.of("LANG", "C.UTF-8", "JAVA_HOME", Places.JAVA))
                .setExposedPorts(Port.tcp(Places.PORT), Port.tcp(Places.TLS_PORT))
                .setLabels(labels);
        for (Layer layer : layers) {
            builder.addFileEntriesLayer(entries(layer));
        }
        Files.createDirectories(file.getParent());
        try {
            JibContainer written =
                    builder.containerize(Containerizer.to(TarImage.at(file).named(image + ":" + tag))
                            .setOfflineMode(true)
                            .setToolName("aisle")
                            .setToolVersion("1")
                            .setApplicationLayersCache(scratch)
                            .setBaseImageLayersCache(scratch));
            return written.getDigest().toString();
        } catch (IOException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("Interrupted", e);
        } catch (Exception e) {
            throw new ImageFailure("The image " + image + " can't be written: " + e.getMessage(), e);
        }
    }

    private static FileEntriesLayer entries(Layer layer) throws IOException {
        var entries = FileEntriesLayer.builder().setName(layer.name());
        try (Stream<Path> files = Files.walk(layer.folder())) {
            for (Path file : files.sorted().toList()) {
                Path below = layer.folder().relativize(file);
                String place = below.toString().isEmpty() ? layer.place() : join(layer.place(), below.toString());
                if (!place.equals("/")) {
                    entries.addEntry(file, AbsoluteUnixPath.get(place), permissions(file, place), AotTraining.TIME);
                }
            }
        }
        return entries.build();
    }

    private static String join(String place, String below) {
        return place.endsWith("/") ? place + below : place + "/" + below;
    }

    private static FilePermissions permissions(Path file, String place) {
        if (Files.isDirectory(file)) {
            return place.equals("/tmp") ? EVERYBODY : FOLDER;
        }
        return Files.isExecutable(file) ? RUN : READ;
    }
}
