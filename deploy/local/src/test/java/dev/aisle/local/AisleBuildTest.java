package dev.aisle.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.AisleScriptTest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the shell script builds, in a clone of two modules with a JDK and a Maven that only note what they are asked for. */
class AisleBuildTest {
    /** Reads its input and believes what is newer than its sources, as the real one does; fails while a file says so, with half of its work done. */
    private static final String MAVEN = """
            #!/usr/bin/env bash
            cat >/dev/null
            echo "$*" >>"$PWD/calls"
            mkdir -p compute/target/libs compute/target/classes deploy/local/target
            echo half >compute/target/made
            if [ -e "$PWD/broken" ]; then
              echo half | tee compute/target/libs/a.jar >deploy/local/target/aisle-local-1.jar
              echo "[ERROR] broken"
              exit 1
            fi
            echo whole >compute/target/made
            for file in compute/target/libs/a.jar compute/target/classes/A.class deploy/local/target/aisle-local-1.jar; do
              [ -e "$file" ] || echo whole >"$file"
            done
            """;

    /** Answers with what it reads. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            case "$*" in *-version*) echo 'openjdk version "25.0.1"' >&2 ;; *) echo "read: $(cat)" ;; esac
            """;

    @TempDir
    Path clone;

    @BeforeEach
    void aCloneOfTwoModules() throws IOException {
        Files.copy(AisleScriptTest.script(), clone.resolve("aisle"));
        Files.writeString(clone.resolve("pom.xml"), """
                <project>
                  <version>1</version>
                  <modules>
                    <module>compute</module>
                    <module>deploy/local</module>
                  </modules>
                </project>
                """);
        for (var source : List.of(
                "compute/src/main/A.java", "compute/pom.xml", "deploy/local/src/main/B.java", "deploy/local/pom.xml")) {
            Files.createDirectories(clone.resolve(source).getParent());
            Files.writeString(clone.resolve(source), "");
        }
        programme("mvn", MAVEN);
        programme("jdk/bin/java", JAVA);
        programme("jdk/bin/javac", "#!/usr/bin/env bash\n");
    }

    @Test
    void whatIsPipedIntoACommandIsNotReadByTheBuildBeforeIt() throws Exception {
        var answer = aisle("{\"function\":\"f1\"}", "compute");

        assertThat(calls()).hasSize(1);
        assertThat(answer.output()).endsWith("read: {\"function\":\"f1\"}\n");
        assertThat(answer.exit()).isZero();
    }

    @Test
    void whatIsUnchangedIsNotBuiltAgain() throws Exception {
        aisle("", "build");
        aisle("", "build");

        assertThat(calls()).singleElement().asString().contains("compute,deploy/local");
    }

    @Test
    void computeBuildsNoMoreThanItNeedsAndOnce() throws Exception {
        aisle("", "compute");
        aisle("", "evaluate");

        assertThat(calls())
                .singleElement()
                .asString()
                .contains("-pl compute -am")
                .doesNotContain("deploy/local");
    }

    @Test
    void afterComputeTheRestIsBuiltByWhoNeedsIt() throws Exception {
        aisle("", "compute");
        aisle("", "status");

        assertThat(calls()).hasSize(2).last().asString().contains("-pl compute,deploy/local");
    }

    @Test
    void afterABuildOfAllComputeBuildsNothingUntilSomethingChanges() throws Exception {
        aisle("", "build");
        aisle("", "compute");
        assertThat(calls()).hasSize(1);
        changed("compute/src/main/A.java");

        aisle("", "compute");
        aisle("", "build");

        assertThat(calls()).hasSize(3);
        assertThat(calls().get(1)).contains("-pl compute -am");
        assertThat(calls().get(2)).contains("-pl compute,deploy/local");
    }

    @Test
    void whatIsBuiltWellInOneModuleHidesNothingThatIsHalfBuiltInAnother() throws Exception {
        aisle("", "build");
        Files.writeString(clone.resolve("broken"), "");
        assertThat(aisle("", "fuzz").exit()).isEqualTo(1);
        Files.delete(clone.resolve("broken"));
        aisle("", "compute");

        aisle("", "build");

        assertThat(calls()).hasSize(4).last().asString().contains("-pl compute,deploy/local");
        aisle("", "build");
        assertThat(calls()).as("nothing is half built any more").hasSize(4);
    }

    @Test
    void aBuildThatFailedIsMadeAgainThoughItsSourcesAreAsBefore() throws Exception {
        aisle("", "build");
        var source = clone.resolve("compute/src/main/A.java");
        var before = Files.getLastModifiedTime(source);
        Files.delete(source);
        Files.writeString(source, "wrong");
        Files.writeString(clone.resolve("broken"), "");
        assertThat(aisle("", "build").exit()).isEqualTo(1);
        Files.setLastModifiedTime(Files.writeString(source, ""), before);
        Files.delete(clone.resolve("broken"));

        var answer = aisle("x", "compute");

        assertThat(answer.output()).endsWith("read: x\n");
        assertThat(Files.readString(clone.resolve("compute/target/made"))).isEqualTo("whole\n");
        assertThat(calls()).hasSize(3);
    }

    @Test
    void testsThatWereBrokenOffLeaveNothingThatANextCommandWouldTrust() throws Exception {
        aisle("", "build");
        Files.writeString(clone.resolve("broken"), "");
        assertThat(aisle("", "fuzz").exit()).isEqualTo(1);
        Files.delete(clone.resolve("broken"));

        aisle("", "compute");

        assertThat(Files.readString(clone.resolve("compute/target/made"))).isEqualTo("whole\n");
    }

    @Test
    void copiesAndPackagesThatAFailedBuildLeftHalfAreNotBelieved() throws Exception {
        Files.writeString(clone.resolve("broken"), "");
        assertThat(aisle("", "build").exit()).isEqualTo(1);
        Files.delete(clone.resolve("broken"));

        aisle("", "build");

        assertThat(clone.resolve("compute/target/libs/a.jar")).hasContent("whole");
        assertThat(clone.resolve("deploy/local/target/aisle-local-1.jar")).hasContent("whole");
    }

    /** Nobody was there to say how it ended. */
    @Test
    void afterABuildThatWasKilledClassesAreNotBelievedEither() throws Exception {
        aisle("", "build");
        var classFile = Files.writeString(clone.resolve("compute/target/classes/A.class"), "half");
        var found = Files.writeString(
                Files.createDirectories(clone.resolve("compute/target/fuzz")).resolve("found"), "kept");
        Files.writeString(clone.resolve(".aisle/unfinished"), "");

        aisle("", "build");

        assertThat(classFile).hasContent("whole");
        assertThat(found).hasContent("kept");
        assertThat(clone.resolve(".aisle/unfinished")).doesNotExist();
    }

    @Test
    void aFirstBuildThatFailedIsMadeAgainAlsoByCommandsThatOnlyAsk() throws Exception {
        Files.createDirectories(clone.resolve("deploy/local/target"));
        Files.writeString(clone.resolve("deploy/local/target/aisle-local-1.jar"), "half");
        Files.writeString(clone.resolve("broken"), "");
        assertThat(aisle("", "build").exit()).isEqualTo(1);
        Files.delete(clone.resolve("broken"));

        aisle("", "status");

        assertThat(calls()).hasSize(2);
    }

    private Answer aisle(String input, String... words) throws IOException, InterruptedException {
        var environment = Map.of(
                "AISLE_MAVEN", clone.resolve("mvn").toString(),
                "AISLE_JAVA_HOME", clone.resolve("jdk").toString());
        return AisleScriptTest.run(clone.resolve("aisle"), environment, input, words);
    }

    private void changed(String source) throws IOException {
        var file = clone.resolve(source);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(clone.resolve("calls"));
    }

    private void programme(String name, String text) throws IOException {
        var file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
