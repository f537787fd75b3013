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

/** {@code ./aisle trials --dates} with a Maven, a JDK and a faketime that only note what they are asked for. */
class AisleDatesTest {
    /** Runs the JVM of the tests; in 2028 one of three fails. */
    private static final String MAVEN = """
            #!/usr/bin/env bash
            for option in "$@"; do case "$option" in -Djvm=*) "${option#-Djvm=}" the tests ;; esac; done
            failed=0
            case "$AISLE_DATE" in 2028*) failed=1 ;; esac
            mkdir -p target/surefire-reports
            echo "<testsuite tests=\\"3\\" errors=\\"0\\" skipped=\\"0\\" failures=\\"$failed\\">" >target/surefire-reports/TEST-A.xml
            exit $failed
            """;

    private static final String FAKETIME = """
            #!/usr/bin/env bash
            echo "$TZ $*" >>"$(dirname "$0")/faked"
            """;

    private static final List<String> TOOLS = List.of(
            "awk bash cat chmod date dirname find grep head ln env mkdir paste readlink rm sed sort tail tee touch"
                    .split(" "));

    @TempDir
    Path clone;

    @BeforeEach
    void aClone() throws IOException {
        Files.copy(AisleScriptTest.script(), clone.resolve("aisle"));
        Files.writeString(clone.resolve("pom.xml"), "<project>\n  <version>1</version>\n</project>\n");
        programme("mvn", MAVEN);
        programme("jdk/bin/java", "#!/usr/bin/env bash\necho 'openjdk version \"25.0.1\"' >&2\n");
        programme("jdk/bin/javac", "#!/usr/bin/env bash\n");
        programme("bin/faketime", FAKETIME);
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
    void eachDateHasALineAndTheJvmOfItsTestsRunsThen() throws Exception {
        var answer = aisle("trials", "--dates", "2026-12-31T23:57,2030-06-15", "-pl", "compute");

        assertThat(answer.output())
                .contains("2026-12-31T23:57  passed  (3 passed, 0 failed, 0 skipped)\n")
                .contains("2030-06-15  passed  (3 passed, 0 failed, 0 skipped)\n");
        assertThat(answer.exit()).isZero();
        var java = clone.resolve("jdk/bin/java");
        assertThat(Files.readAllLines(clone.resolve("bin/faked")))
                .containsExactly(
                        "Europe/Berlin 2026-12-31 23:57 " + java + " the tests",
                        "Europe/Berlin 2030-06-15 " + java + " the tests");
    }

    @Test
    void theUsualDatesAreTriedToTheEndAndThoseThatFailAreNamed() throws Exception {
        var answer = aisle("trials", "--dates");

        assertThat(answer.output())
                .contains("2028-02-29T12:00  FAILED  (2 passed, 1 failed, 0 skipped")
                .contains("2031-05-31T23:57  passed")
                .endsWith("aisle: the tests fail on 2028-02-29T12:00 2028-12-31T23:57.\n");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(Files.readAllLines(clone.resolve("bin/faked"))).hasSize(10);
    }

    @Test
    void whatIsNoDateOrCannotBeFakedIsSaid() throws Exception {
        assertThat(aisle("trials", "--dates", "2027-02-29").output()).contains("\"2027-02-29\" is no date");
        Files.delete(clone.resolve("bin/faketime"));

        var answer = aisle("trials", "--dates");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.output()).contains("apt-get install -y faketime");
    }

    private Answer aisle(String... words) throws IOException, InterruptedException {
        var environment = Map.of(
                "PATH", clone.resolve("bin").toString(),
                "AISLE_MAVEN", clone.resolve("mvn").toString(),
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
