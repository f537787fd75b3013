package dev.aisle.images;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ./aisle images}: an OCI archive a service, without a container engine. */
public final class ImageBuild {
    private static final int FAILED = 1;

    private final Path project;
    private final Path out;
    private final String tag;
    private final boolean cache;
    private final Optional<Path> stack;

    private ImageBuild(Path project, Path out, String tag, boolean cache, Optional<Path> stack) {
        this.project = project;
        this.out = out;
        this.tag = tag;
        this.cache = cache;
        this.stack = stack;
    }

    /** {@code --project DIR [--service NAME|all] [--tag TAG] [--out DIR] [--no-cache] [--stack DIR]}; the last as {@link Surroundings} read it. */
    public static void main(String... arguments) throws IOException {
        try {
            var options = options(List.of(arguments));
            Path project = Path.of(options.getOrDefault("project", "")).toAbsolutePath();
            Path out = options.containsKey("out")
                    ? Path.of(options.get("out")).toAbsolutePath()
                    : project.resolve("deploy/images/target/images");
            var build = new ImageBuild(
                    project,
                    out,
                    options.getOrDefault("tag", "0.1.0-SNAPSHOT"),
                    !options.containsKey("no-cache"),
                    Optional.ofNullable(options.get("stack")).map(Path::of).map(Path::toAbsolutePath));
            for (Service service : Service.named(options.getOrDefault("service", "all"))) {
                build.image(service);
            }
        } catch (ImageFailure e) {
            System.err.println("images: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static Map<String, String> options(List<String> words) {
        var all = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--no-cache" -> all.put("no-cache", "");
                case "--project", "--service", "--tag", "--out", "--stack" -> {
                    if (i + 1 == words.size()) {
                        throw new ImageFailure(word + " needs a value.");
                    }
                    all.put(word.substring(2), words.get(++i));
                }
                default ->
                    throw new ImageFailure("unknown option " + word
                            + "; expected [--service NAME|all] [--tag TAG] [--out DIR] [--no-cache]");
            }
        }
        return all;
    }

    private void image(Service service) throws IOException {
        long began = System.nanoTime();
        Path work = out.resolve("work");
        Path root = work.resolve(service.folder());
        delete(root);
        Path base = shared(
                work.resolve("base"),
                folder -> new BaseFiles(project.resolve("deploy/images/base.txt"), work.resolve("packages"))
                        .into(folder));
        Path java =
                shared(work.resolve(cache ? "java" : "java-without-cache"), folder -> JavaRuntime.into(folder, !cache));
        Path app = root.resolve("app-layer");
        Path libraries = root.resolve("lib-layer");
        new Application(service, project).into(libraries, app);
        for (Path folder : List.of(base, java, app, libraries)) {
            AotTraining.setTimes(folder);
        }
        var layers = new ArrayList<>(List.of(
                new OciArchive.Layer("base", base, "/"),
                new OciArchive.Layer("java", java, Places.JAVA),
                new OciArchive.Layer("libraries", libraries, Places.APP + "/lib"),
                new OciArchive.Layer("service", app, Places.APP)));
        if (cache) {
            trained(service, root, base, java, libraries, app)
                    .ifPresent(folder -> layers.add(new OciArchive.Layer("cache", folder, Places.APP)));
        }
        Path file = out.resolve(service.image() + ".tar");
        String digest = new OciArchive(work.resolve("layers"))
                .write(
                        file,
                        service.image(),
                        tag,
                        layers,
                        Map.of(
                                "org.opencontainers.image.title",
                                service.image(),
                                "org.opencontainers.image.version",
                                tag));
        System.out.printf(
                "%s:%s %s %d MB, %d s%n",
                service.image(), tag, digest, Files.size(file) >> 20, (System.nanoTime() - began) / 1_000_000_000L);
    }

    /** The image's files once more as a folder, a start in it, and the cache alone as a layer. */
    private Optional<Path> trained(Service service, Path root, Path base, Path java, Path libraries, Path app)
            throws IOException {
        Path files = root.resolve("files");
        copy(base, files);
        copy(java, files.resolve("opt/java"));
        copy(app, files.resolve("app"));
        copy(libraries, files.resolve("app/lib"));
        Optional<Surroundings> around =
                stack.isPresent() ? Optional.of(Surroundings.of(stack.get(), service)) : Optional.empty();
        Optional<Path> made = new AotTraining(files, around).train();
        if (made.isEmpty()) {
            System.out.println("images: no chroot here, so there is no AOT cache in it.");
            return Optional.empty();
        }
        Path layer = Files.createDirectories(root.resolve("cache-layer"));
        Files.move(made.get(), layer.resolve(made.get().getFileName()));
        // Only who has a cache names it.
        Path options = layer.resolve("jvm.args");
        Files.writeString(options, "-XX:AOTCache=" + Places.CACHE + "\n" + Files.readString(app.resolve("jvm.args")));
        AotTraining.setTimes(layer);
        delete(files);
        return Optional.of(layer);
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Made once for all services. */
    private static Path shared(Path folder, Filling filling) throws IOException {
        if (!Files.exists(folder)) {
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
            delete(unfinished);
            Files.createDirectories(folder.getParent());
            filling.fill(unfinished);
            Files.move(unfinished, folder);
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createLink(target, file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
