package dev.aisle.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewedLoginTest {
    private static final String SETTING = "kafka.sasl.jaas.config";

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
    }

    private static void say(String options) {
        System.setProperty(
                SETTING, "org.apache.kafka.common.security.scram.ScramLoginModule required " + options + ";");
    }

    private static String answer() throws Exception {
        NameCallback name = new NameCallback("name?");
        PasswordCallback password = new PasswordCallback("password?", false);
        new RenewedLogin().handle(new Callback[] {name, password});
        return name.getName() + ":" + new String(password.getPassword());
    }

    @Test
    void whatIsSaidNowIsAnswered() throws Exception {
        say("username=\"profile\" password=\"first\"");
        assertThat(answer()).isEqualTo("profile:first");

        say("username=\"profile\" password=\"sec;ond=\\\"2\"");
        assertThat(answer()).isEqualTo("profile:sec;ond=\"2");
    }

    @Test
    void whatIsMissingIsNamedWithoutWhatIsThere() {
        say("username=\"profile\"");

        assertThatThrownBy(RenewedLoginTest::answer).hasMessage("kafka.sasl.jaas.config has no password");
    }
}
