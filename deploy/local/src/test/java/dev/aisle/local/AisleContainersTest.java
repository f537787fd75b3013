package dev.aisle.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.AisleScriptTest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./aisle trials --containers} with an engine, a Maven and a JDK that only note what they are asked for. */
class AisleContainersTest {
    private static final String NOTE = """
        #!/usr/bin/env bash
        echo "$(basename "$0") $*" >>"$(dirname "$(readlink -f "$0")")/called"
        """;

    private static final List<String> TOOLS = List.of(
            "awk bash basename cat date dirname find grep head env mkdir mv paste readlink rm sed sort tail tee touch"
                    .split(" "));

    @TempDir
    Path clone;

    @BeforeEach
    void aClone() throws IOException {
        Files.copy(AisleScriptTest.script(), clone.resolve("aisle"));
        Files.writeString(clone.resolve("pom.xml"), "<project>\n  <version>1</version>\n</project>\n");
        programme("bin/mvn", NOTE);
        programme("jdk/bin/java", NOTE + "echo 'openjdk version \"25.0.1\"' >&2\n");
        programme("jdk/bin/javac", NOTE);
        programme("bin/uname", "#!/usr/bin/env bash\necho Linux\n");
        programme("bin/id", "#!/usr/bin/env bash\necho 0\n");
        for (var programme : List.of("podman", "runc", "catatonit", "nft", "debootstrap", "ip")) {
            programme("bin/" + programme, NOTE);
        }
        for (var tool : TOOLS) {
            var found = Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::exists)
                    .findFirst();
            if (found.isPresent()) {
                Files.createSymbolicLink(clone.resolve("bin").resolve(tool), found.get());
            }
        }
    }

    @Test
    void withoutAnEngineItSaysHowToGetOneBeforeAnythingIsBuilt() throws Exception {
        Files.delete(clone.resolve("bin/podman"));
        Files.delete(clone.resolve("bin/nft"));

        var answer = aisle("trials", "--containers");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.output())
                .isEqualTo("aisle: trials --containers: not found on PATH: podman nft. Debian 13: apt-get install"
                        + " --no-install-recommends podman runc catatonit nftables netavark aardvark-dns"
                        + " debootstrap iproute2\n");
        assertThat(clone.resolve("bin/called")).doesNotExist();
    }

    @Test
    void whoIsNotRootIsToldSo() throws Exception {
        programme("bin/id", "#!/usr/bin/env bash\necho 1000\n");

        var answer = aisle("trials", "--containers");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.output()).contains("only root on Linux").hasLineCount(1);
    }

    @Test
    void whatItNeedsIsBuiltAndTheTrialBegins() throws Exception {
        aisle("trials", "--containers", "--no-containerfiles");

        assertThat(Files.readString(clone.resolve("bin/called")))
                .contains("-pl deploy/images", "-pl deploy/containers");
        assertThat(Files.readString(clone.resolve("jdk/bin/called")))
                .contains("dev.aisle.containers.Main trials --no-containerfiles");
    }

    private Answer aisle(String... words) throws IOException, InterruptedException {
        var environment = Map.of(
                "PATH", clone.resolve("bin").toString(),
                "AISLE_MAVEN", clone.resolve("bin/mvn").toString(),
                "AISLE_JAVA_HOME", clone.resolve("jdk").toString());
        return AisleScriptTest.run(clone.resolve("aisle"), environment, "", words);
    }

    private void programme(String name, String text) throws IOException {
        var file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
