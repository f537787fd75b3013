package dev.aisle.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {
    @TempDir
    Path home;

    private Layout layout;
    private List<Blueprint> database;

    @BeforeEach
    void layOut() {
        layout = TestStacks.beside(home);
        database = List.of(new Database(layout));
    }

    @Test
    void freePortsAndDiskLetItStart() {
        assertThatCode(() -> new Preconditions(layout, 1).check(List.of(), database))
                .doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsNamedWithItsOwner() throws IOException {
        var port = layout.ports().of(Part.POSTGRES);

        try (var squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(squatter.isBound()).isTrue();
            assertThatThrownBy(() -> new Preconditions(layout, 1).check(List.of(), database))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aFullDiskIsSaidBeforeTheStart() {
        assertThatThrownBy(() -> new Preconditions(layout, Long.MAX_VALUE).check(List.of(), database))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("GB are free below " + layout.home());
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() {
        var elsewhere = new Layout(home, home, layout.ports());

        assertThatThrownBy(() -> new Preconditions(elsewhere, 1)
                        .check(List.of(), List.of(new Service(elsewhere, Part.PROFILE, Tuning.SMALL))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("profile-service is not built");
    }

    @Test
    void aStackOnOtherPortsIsNotJoined() {
        var pid = ProcessHandle.current().pid();
        var elsewhere = new Running(Part.POSTGRES, pid, "mark", 5432, Instant.EPOCH);

        assertThatThrownBy(() -> new Preconditions(layout, 1).check(List.of(elsewhere), database))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("5432");
    }
}
