package dev.aisle.federate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.federate.participant.People;
import dev.aisle.federate.participant.PeopleFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFileTest {
    private static final String HEADER = "person,product,gtin,title,weight,purposes\n";

    @TempDir
    Path folder;

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), HEADER + lines);
    }

    @Test
    void onlyWhoGrantedJointTrainingIsRead() throws IOException {
        Path file = file(
                "a,1,,Tea,1,analytics joint_training\nb,1,,Tea,1,analytics\nc,2,,Salt,2,\na,3,,Pepper,1,joint_training\n");
        List<String> said = new ArrayList<>();

        People people = PeopleFile.read(file, said::add);

        assertThat(people.taken().userCount()).isEqualTo(1);
        assertThat(people.ids()).containsExactly("1", "3");
        assertThat(said).first().asString().contains("2 lines passed over, whose persons didn't grant joint_training");
    }

    @Test
    void theServicesFirstLineSaysWhenItWasRead() throws IOException {
        String first = "# aisle-joint-people 1 readAt=2026-11-27T10:00:00Z\n";
        Path file = Files.writeString(folder.resolve("told.csv"), first + HEADER + "a,1,,Tea,1,joint_training\n");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), first + HEADER + "a,1,,Tea,much,joint_training\n");
        Path when = Files.writeString(
                folder.resolve("when.csv"),
                "# aisle-joint-people 1 readAt=noon\n" + HEADER + "a,1,,Tea,1,joint_training\n");
        Path own = file("a,1,,Tea,1,joint_training\n");

        assertThat(PeopleFile.read(file, line -> {}).ids()).containsExactly("1");
        assertThat(PeopleFile.readAt(file)).isEqualTo("2026-11-27T10:00:00Z");
        assertThat(PeopleFile.readAt(own))
                .isEqualTo(Files.getLastModifiedTime(own).toInstant());
        assertThatThrownBy(() -> PeopleFile.read(wrong, line -> {})).hasMessageContaining("line 3, weight");
        assertThatThrownBy(() -> PeopleFile.readAt(when)).hasMessageContaining("line 1: expected");
    }

    @Test
    void aLineWithoutAPersonListsAProduct() throws IOException {
        Path file = file(",2,96385074,Salt,,\n,1,,Tea,,\na,1,,,1,joint_training\n");

        People people = PeopleFile.read(file, line -> {});

        assertThat(people.ids()).containsExactly("2", "1");
        assertThat(people.taken().userCount()).isEqualTo(1);
        assertThat(people.taken().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "0", "Infinity", "much", ""})
    void aWeightThatIsNoneIsRefusedWithItsLine(String weight) throws IOException {
        Path file = file("a,1,,Tea,1,joint_training\na,2,,Salt," + weight + ",joint_training\n");

        assertThatThrownBy(() -> PeopleFile.read(file, line -> {}))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 3, weight");
    }

    @Test
    void aFileInWhichNobodyGrantedIsRefused() throws IOException {
        Path file = file("a,1,,Tea,1,analytics\n");

        assertThatThrownBy(() -> PeopleFile.read(file, line -> {})).hasMessageContaining("nobody granted");
    }

    @Test
    void aCommandThatCantBeRunSaysWhatWouldBeRight() throws IOException {
        Path config = Files.writeString(folder.resolve("c.properties"), "key-stor=x\n");

        assertThat(said()).contains("expected demo, coordinator, participate or certificates");
        assertThat(said("coordinator", "--config", config.toString())).contains("key-store is missing");
        assertThat(said("demo", "--data", folder.toString(), "--noise", "1")).contains("can't be read");
        assertThat(said("demo", "--data", folder.toString(), "--noise", "-1"))
                .contains("--noise: expected numbers from 0 to 1000");
        assertThat(said("demo", "--data", folder.toString(), "--rounds", "0")).contains("--rounds: expected 1 to 1000");
        assertThat(said("demo", "--data", folder.toString(), "--rounds", "2.5"))
                .contains("--rounds: expected a whole number");
        assertThat(said("demo", "--data", folder.toString(), "--rounds", "9999999999"))
                .contains("--rounds: expected 1 to 1000");
        assertThat(said("demo", "--data", folder.toString(), "--seed", "x"))
                .contains("--seed: expected a whole number");
        assertThat(said("demo", "--data", folder.toString(), "--clip", "x")).contains("--clip: expected a number");
    }

    private static String said(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(arguments),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
