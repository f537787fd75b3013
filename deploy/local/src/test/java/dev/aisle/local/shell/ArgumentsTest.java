package dev.aisle.local.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void optionsMayStandBeforeAndAfterOperands() {
        var arguments =
                Arguments.parse("import", "--columns", "user=who", "events.csv", "--port-base=19000", "--dry-run");

        assertThat(arguments.command()).isEqualTo("import");
        assertThat(arguments.operands()).containsExactly("events.csv");
        assertThat(arguments.option("columns")).contains("user=who");
        assertThat(arguments.number("port-base", 0)).isEqualTo(19_000);
        assertThat(arguments.has("dry-run")).isTrue();
    }

    @Test
    void noWordsAskForHelp() {
        assertThat(Arguments.parse().command()).isEqualTo("help");
    }

    @Test
    void anUnknownOptionIsNamed() {
        var arguments = Arguments.parse("up", "--prot-base", "1");

        assertThatThrownBy(() -> arguments.allow("port-base"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--prot-base");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThatThrownBy(() -> Arguments.parse("up", "--home"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--home");
    }

    @Test
    void aNumberThatIsNoneIsQuoted() {
        var arguments = Arguments.parse("up", "--port-base", "many");

        assertThatThrownBy(() -> arguments.number("port-base", 1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("\"many\"");
    }
}
