package dev.aisle.platform.kafka;

import dev.aisle.contracts.Keeps;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Kafka's own way to TLS, begun anew at the next connection after its key store or trust store changed on the disk. Passwords are those that the configuration says
 * then. Stores that can't be read leave those of before in use. Set by {@code kafka.ssl.engine.factory.class}.
 */
@Keeps(ofNobody = "key stores of the broker")
public final class RenewedStores implements SslEngineFactory {
    private static final Logger LOG = Logger.getLogger(RenewedStores.class);
    private static final Set<String> PASSWORDS = Set.of(
            SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
            SslConfigs.SSL_KEY_PASSWORD_CONFIG,
            SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG);

    private Map<String, ?> settings = Map.of();
    private Map<String, Object> inUse = Map.of();
    private DefaultSslEngineFactory stores = new DefaultSslEngineFactory();

    @Override
    public synchronized void configure(Map<String, ?> all) {
        settings = all;
        inUse = withPasswords();
        stores.configure(inUse);
    }

    private Map<String, Object> withPasswords() {
        Map<String, Object> all = new HashMap<>(settings);
        for (String name : PASSWORDS) {
            ConfigProvider.getConfig()
                    .getOptionalValue("kafka." + name, String.class)
                    .ifPresent(password -> all.put(name, new Password(password)));
        }
        return all;
    }

    private synchronized DefaultSslEngineFactory current() {
        if (stores.shouldBeRebuilt(inUse)) {
            Map<String, Object> next = withPasswords();
            DefaultSslEngineFactory renewed = new DefaultSslEngineFactory();
            try {
                renewed.configure(next);
                stores.close();
                stores = renewed;
                inUse = next;
                LOG.info("The certificates for the broker changed, what is there now is in use");
            } catch (RuntimeException e) {
                LOG.errorf(
                        "The certificates for the broker changed and can't be used, those of before go on: %s",
                        e.getMessage());
            }
        }
        return stores;
    }

    @Override
    public SSLEngine createClientSslEngine(String host, int port, String identification) {
        return current().createClientSslEngine(host, port, identification);
    }

    @Override
    public SSLEngine createServerSslEngine(String host, int port) {
        return current().createServerSslEngine(host, port);
    }

    @Override
    public boolean shouldBeRebuilt(Map<String, Object> next) {
        return stores.shouldBeRebuilt(next);
    }

    @Override
    public Set<String> reconfigurableConfigs() {
        return stores.reconfigurableConfigs();
    }

    @Override
    public KeyStore keystore() {
        return stores.keystore();
    }

    @Override
    public KeyStore truststore() {
        return stores.truststore();
    }

    @Override
    public synchronized void close() {
        stores.close();
    }
}
