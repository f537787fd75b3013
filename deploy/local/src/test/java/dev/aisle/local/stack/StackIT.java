package dev.aisle.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.Topic;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {
    private static final Set<Part> BASE = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER);

    @TempDir
    Path home;

    private Layout layout;
    private Stack stack;

    @BeforeEach
    void layOut() {
        layout = TestStacks.beside(home);
        stack = new Stack(layout, new Progress(new PrintStream(OutputStream.nullOutputStream())));
    }

    @AfterEach
    void stop() {
        stack.down();
    }

    @Test
    void whatIsUpWorksAndKeepsItsDataOverARestart() throws Exception {
        stack.up(BASE);

        assertThat(stack.isUp(BASE)).isTrue();
        assertThat(topics()).contains("aisle.events.raw.v1", "aisle.consents.v1", "aisle.dead-letters.v1");
        inProfile("CREATE TABLE kept (id int)");

        assertThat(stack.down()).isEqualTo(BASE.size());
        assertThat(stack.isUp(BASE)).isFalse();
        stack.up(BASE);
        inProfile("INSERT INTO kept VALUES (1)");
        assertThat(topics()).hasSize(Topic.values().length);
    }

    @Test
    void aSecondUpStartsOnlyWhatIsMissing() {
        stack.up(EnumSet.of(Part.POSTGRES));
        var database = new StateFile(layout.state()).alive(Part.POSTGRES).orElseThrow();

        stack.up(EnumSet.of(Part.POSTGRES, Part.ISSUER));

        assertThat(new StateFile(layout.state()).alive()).hasSize(2).contains(database);
    }

    @Test
    void aPartThatDiesWhileStartingIsNamedAndNothingStaysBehind() throws IOException {
        Files.createDirectories(layout.data().resolve("kafka"));
        Files.writeString(layout.data().resolve("kafka/meta.properties"), "version=1\ncluster.id=another\nnode.id=7\n");

        assertThatThrownBy(() -> stack.up(BASE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("kafka died while starting: ")
                .hasMessageContaining(layout.log(Part.KAFKA).toString());

        assertThat(new StateFile(layout.state()).read()).isEmpty();
        assertThat(BASE).allMatch(part -> Ports.free(layout.ports().of(part)));
    }

    @Test
    void downEndsOnlyWhatThisHomeHasStarted() throws IOException, InterruptedException {
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            var recycled = new Running(Part.KAFKA, foreign.pid(), "an older start", 1, Instant.now());
            new StateFile(layout.state()).add(recycled);

            assertThat(stack.down()).isZero();

            assertThat(foreign.isAlive()).isTrue();
            assertThat(new StateFile(layout.state()).read()).isEmpty();
        } finally {
            foreign.destroy();
            foreign.waitFor();
        }
    }

    @Test
    void wipingDeletesDataAndLogs() {
        stack.up(EnumSet.of(Part.POSTGRES));
        stack.down();

        stack.wipe();

        assertThat(layout.data()).doesNotExist();
        assertThat(layout.log(Part.POSTGRES)).doesNotExist();
    }

    private Set<String> topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", layout.ports().address(Part.KAFKA)))) {
            return admin.listTopics().names().get();
        }
    }

    private void inProfile(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(layout.ports().jdbc("profile"), "profile", "profile");
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
