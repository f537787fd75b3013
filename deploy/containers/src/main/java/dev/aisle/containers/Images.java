package dev.aisle.containers;

import dev.aisle.local.images.ImagesCommand;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Images under the engine: those of {@code ./aisle images}, and those that the Containerfiles make. No registry is asked: what these build on is made here out
 * of Debian's packages, this JDK and this Maven, and the base of {@code ./aisle images}.
 */
final class Images {
    private static final String BUILDER = "docker.io/library/maven:3.9-eclipse-temurin-25";
    private static final String RUNTIME = "gcr.io/distroless/cc-debian13:nonroot";
    private static final String OWN_BUILDER = "localhost/aisle-trial/builder:1";
    private static final String OWN_RUNTIME = "localhost/aisle-trial/runtime:1";
    private static final String BUILDER_FILE = """
        FROM scratch
        ADD debian.tar /
        COPY --from=jdk . /opt/java/openjdk
        COPY --from=maven . /usr/share/maven
        RUN ln -s /usr/share/maven/bin/mvn /usr/bin/mvn
        ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8
        ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
        """;

    private final Engine engine;
    private final Layout layout;
    private final Path archives;
    private final Progress progress;
    private String tag = "";

    /** Those of a project. */
    Images(Engine engine, Layout layout, Progress progress) {
        this.engine = engine;
        this.layout = layout;
        this.archives = layout.project().resolve("deploy/images/target/images");
        this.progress = progress;
    }

    /** Returns the image of a service as {@code ./aisle images} has made it. */
    String archived(Part part) {
        return "localhost/aisle-" + part.label() + ":" + tag;
    }

    /** Returns the tag of these. */
    String tag() {
        return tag;
    }

    /** Returns the image that a service's Containerfile has made. */
    static String built(Part part) {
        return "localhost/aisle-" + part.label() + ":containerfile";
    }

    /** Makes the archives anew when one is missing or older than its package, and loads them as an operator would. */
    void load() {
        List<String> stale =
                Part.services().stream().filter(this::isStale).map(Part::label).toList();
        if (!stale.isEmpty()) {
            progress.step("images that are missing or old are made: " + String.join(", ", stale));
            List<String> words = new ArrayList<>(List.of("images"));
            if (stale.size() == 1) {
                words.addAll(List.of("--service", stale.getFirst()));
            }
            ImagesCommand command = new ImagesCommand(Arguments.parse(words.toArray(String[]::new)), layout, progress);
            if (command.run() != 0) {
                throw new CommandFailure("./aisle images failed.");
            }
        }
        String script = layout.project().resolve("deploy/load-images.sh").toString();
        String path = engine.path() + ":" + System.getenv("PATH");
        must(Map.of("PATH", path, "AISLE_IMAGES", archives.toString()), "bash", script, "podman");
        tag = engine.podman("images", "--format", "{{.Tag}}", "localhost/aisle-" + Part.PROFILE.label())
                .lines()
                .filter(each -> !each.equals("containerfile"))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("No archive of profile-service was loaded."));
    }

    private boolean isStale(Part part) {
        Path archive = archives.resolve("aisle-" + part.label() + ".tar");
        if (!Files.exists(archive)) {
            return true;
        }
        try (Stream<Path> files =
                Files.walk(layout.project().resolve(part.label()).resolve("target/quarkus-app"))) {
            FileTime made = Files.getLastModifiedTime(archive);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("The package of " + part.label() + " can't be read", e);
        }
    }

    /** Builds the five Containerfiles; returns how their images start otherwise than the archives'. */
    List<String> build() {
        base();
        progress.step("what the Containerfiles begin from is made: no registry is asked");
        List<String> different = new ArrayList<>();
        for (Part part : Part.services()) {
            // Maven finds in the builder what this user's repository has; what it adds there is gone afterwards.
            build(
                    layout.project().resolve(part.label()).resolve("Containerfile"),
                    built(part),
                    layout.project(),
                    List.of(
                            "--build-context",
                            BUILDER + "=container-image://" + OWN_BUILDER,
                            "--build-context",
                            RUNTIME + "=container-image://" + OWN_RUNTIME,
                            "--network",
                            "host",
                            "--volume",
                            Path.of(System.getProperty("user.home"), ".m2") + ":/root/.m2:O"));
            String built = configuration(built(part));
            String loaded = configuration(archived(part));
            if (!built.equals(loaded)) {
                different.add(part.label() + ": the Containerfile's image starts with " + built
                        + ", the archive's with " + loaded);
            }
            progress.step(part.label() + "/Containerfile is built");
        }
        return different;
    }

    /** User, entry, command, ports and folder. */
    private String configuration(String image) {
        return engine.podman(
                "image",
                "inspect",
                "--format",
                "{{.Config.User}} {{.Config.Entrypoint}} {{.Config.Cmd}} {{.Config.ExposedPorts}}"
                        + " {{.Config.WorkingDir}}",
                image);
    }

    private void base() {
        Path work = layout.home().resolve("base");
        Path debian = layout.home().resolve("debian.tar");
        must("rm", "-rf", work.toString());
        if (!Files.exists(debian)) {
            Path root = work.resolve("root");
            must("debootstrap", "--variant=minbase", "--include=ca-certificates,binutils", "trixie", root.toString());
            must("tar", "-C", root.toString(), "-cf", debian + ".new", ".");
            must("mv", debian + ".new", debian.toString());
            progress.step("Debian 13 by debootstrap is kept in " + layout.shown(debian));
        }
        try {
            Path context = Files.createDirectories(work.resolve("context"));
            Files.writeString(work.resolve("Builder"), BUILDER_FILE);
            Files.writeString(work.resolve("Runtime"), "FROM scratch\nCOPY . /\n");
            Files.createLink(context.resolve("debian.tar"), debian);
            // Debian's Maven and JDK are links into other folders.
            must("cp", "-rL", "--preserve=timestamps", maven().toString(), work + "/maven");
            must("cp", "-rL", "--preserve=timestamps", System.getProperty("java.home"), work + "/jdk");
        } catch (IOException e) {
            throw new UncheckedIOException("What the Containerfiles begin from can't be written to " + work, e);
        }
        List<String> folders =
                List.of("--build-context", "jdk=" + work + "/jdk", "--build-context", "maven=" + work + "/maven");
        build(work.resolve("Builder"), OWN_BUILDER, work.resolve("context"), folders);
        build(work.resolve("Runtime"), OWN_RUNTIME, archives.resolve("work/base"), List.of());
        must("rm", "-rf", work.toString());
    }

    /** The Maven of this machine; Debian's command is a link into its folder. */
    private static Path maven() throws IOException {
        return Engine.onPath(System.getenv().getOrDefault("AISLE_MAVEN", "mvn"))
                .toRealPath()
                .resolve("../..")
                .normalize();
    }

    private void build(Path file, String name, Path context, List<String> more) {
        List<String> words = new ArrayList<>(
                List.of("build", "--layers", "--pull=never", "--quiet", "--tag", name, "--file", file.toString()));
        words.addAll(more);
        words.add(context.toString());
        engine.podman(words.toArray(String[]::new));
    }

    private static void must(String... command) {
        must(Map.of(), command);
    }

    private static void must(Map<String, String> environment, String... command) {
        Engine.Answer answer = Engine.run(List.of(command), environment);
        if (answer.exit() != 0) {
            throw new CommandFailure(String.join(" ", command) + " failed:\n" + answer.end());
        }
    }
}
