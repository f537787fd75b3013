package dev.aisle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelViewTest {
    @Test
    void fieldsOfAStatusAreRead() {
        String status = "Name:\tjava\nUid:\t10001\t10001\t10001\t10001\nNoNewPrivs:\t1\n";

        assertThat(KernelView.field(status, "Uid")).isEqualTo("10001\t10001\t10001\t10001");
        assertThat(KernelView.field(status, "NoNewPrivs")).isEqualTo("1");
        assertThat(KernelView.field(status, "Seccomp")).isEqualTo("absent");
    }

    @Test
    void theControlGroupOfMemoryIsFoundInBothForms() {
        assertThat(KernelView.group("5:cpu:/x\n4:memory:/pods/a\n0::/z\n", ":memory:"))
                .isEqualTo("/pods/a");
        assertThat(KernelView.group("0::/pods/b\n", ":memory:")).isEmpty();
        assertThat(KernelView.group("0::/pods/b\n", "0::")).isEqualTo("/pods/b");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /proc elsewhere")
    void aProcessThatIsNotRestrictedIsFoundOut() {
        KernelView here = new KernelView(ProcessHandle.current().pid());

        assertThat(here.beyondRestricted(54_321)).anyMatch(line -> line.startsWith("Uid is"));
        assertThat(here.refusedWrite(System.getProperty("java.io.tmpdir"))).isEmpty();
        assertThat(here.refusedWrite("/proc")).isNotEmpty();
        assertThat(here.shown(List.of("java", "nobody-says-this-word"))).containsExactly("java");
    }
}
