package dev.aisle.platform.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own answers to a broker that asks for a login, with the name and the password that {@code kafka.sasl.jaas.config} says at that moment, not those of the start.
 * Set by {@code kafka.sasl.client.callback.handler.class}; for SCRAM and PLAIN.
 */
public final class RenewedLogin extends SaslClientCallbackHandler {
    private static final String SETTING = "kafka." + SaslConfigs.SASL_JAAS_CONFIG;

    private @Nullable Object atTheStart;

    @Override
    public void configure(Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> entries) {
        super.configure(settings, mechanism, entries);
        atTheStart = settings.get(SaslConfigs.SASL_JAAS_CONFIG);
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback name -> name.setName(option("username"));
                case PasswordCallback password ->
                    password.setPassword(option("password").toCharArray());
                default -> super.handle(new Callback[] {callback});
            }
        }
    }

    private String option(String key) {
        Object login = ConfigProvider.getConfig()
                .getOptionalValue(SETTING, String.class)
                .<Object>map(Password::new)
                .orElse(atTheStart);
        Map<String, ?> options = JaasContext.loadClientContext(
                        Map.of(SaslConfigs.SASL_JAAS_CONFIG, Objects.requireNonNull(login, SETTING + " is not set")))
                .configurationEntries()
                .getFirst()
                .getOptions();
        return Objects.requireNonNull(options.get(key), () -> SETTING + " has no " + key)
                .toString();
    }
}
