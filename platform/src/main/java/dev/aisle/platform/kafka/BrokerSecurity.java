package dev.aisle.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How clients that are no channel reach a broker which wants TLS or a login: by {@code kafka.security.protocol}, {@code kafka.ssl.*} and
 * {@code kafka.sasl.*}, the same keys from which channels and streams take it.
 */
public final class BrokerSecurity {
    private static final String PREFIX = "kafka.";
    private static final Set<String> SETTINGS = settings();

    private BrokerSecurity() {}

    private static Set<String> settings() {
        ConfigDef security = new ConfigDef();
        SslConfigs.addClientSslSupport(security);
        SaslConfigs.addClientSaslSupport(security);
        security.define(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, ConfigDef.Type.STRING, ConfigDef.Importance.MEDIUM, "");
        return Set.copyOf(security.names());
    }

    /** A client's settings, and beside them what the configuration says of security. */
    public static Map<String, Object> with(Map<String, Object> settings) {
        return with(settings, key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    /** The same with a configuration of one's own. */
    public static Map<String, Object> with(
            Map<String, Object> settings, Function<String, Optional<String>> configuration) {
        Map<String, Object> all = new HashMap<>(settings);
        for (String name : SETTINGS) {
            configuration
                    .apply(PREFIX + name)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> all.put(name, value));
        }
        return all;
    }
}
