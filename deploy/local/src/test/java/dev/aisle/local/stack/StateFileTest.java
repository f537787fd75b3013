package dev.aisle.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    Path folder;

    private StateFile state;

    @BeforeEach
    void open() {
        state = new StateFile(folder.resolve("state.json"));
    }

    @Test
    void whatIsAddedIsReadBack() {
        var self = self(Part.KAFKA);

        state.add(self);

        assertThat(state.read()).containsExactly(self);
        assertThat(state.alive(Part.KAFKA)).contains(self);
    }

    @Test
    void aLaterProcessWithTheSameIdIsNotOurs() {
        var pid = ProcessHandle.current().pid();

        state.add(new Running(Part.KAFKA, pid, "another boot/17", 1, Instant.EPOCH));

        assertThat(state.alive()).isEmpty();
    }

    @Test
    void onePartIsRememberedOnce() {
        state.add(new Running(Part.KAFKA, 1, "old", 1, Instant.EPOCH));
        state.add(self(Part.KAFKA));

        assertThat(state.read()).hasSize(1);
    }

    @Test
    void removedOnesAreForgotten() {
        var self = self(Part.ISSUER);
        state.add(self);

        state.remove(List.of(self));

        assertThat(state.read()).isEmpty();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{");

        assertThatThrownBy(state::read).isInstanceOf(CommandFailure.class).hasMessageContaining("state.json");
    }

    private static Running self(Part part) {
        var pid = ProcessHandle.current().pid();
        return new Running(part, pid, ProcessMark.of(pid).orElseThrow(), 18_092, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
