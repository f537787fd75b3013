package dev.aisle.platform.security;

import dev.aisle.contracts.Keeps;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The certificates of the entries of {@code quarkus.tls} that server and clients use, read again when their files change. */
@Singleton
@Unremovable
@Keeps(ofNobody = "certificates")
class Certificates {
    private static final Logger LOG = Logger.getLogger(Certificates.class);

    private final TlsConfigurationRegistry registry;
    private final Vertx vertx;
    private final CertificateFiles files;
    private final Duration every;
    private final Map<String, RenewableManagers> inUse = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificates").factory());

    @Inject
    Certificates(
            TlsConfigurationRegistry registry,
            Vertx vertx,
            Config config,
            @ConfigProperty(name = "aisle.tls.look-every", defaultValue = "1m") Duration every) {
        this.registry = registry;
        this.vertx = vertx;
        this.files = new CertificateFiles(config);
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        if (!files.isEmpty()) {
            Future<?> _ =
                    looks.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    /** The entry of that name, or the one without a name for "". */
    Optional<TlsConfiguration> entry(String name) {
        return name.isEmpty() ? registry.getDefault() : registry.get(name);
    }

    /** What an entry shows and trusts, now and after each renewal. */
    RenewableManagers of(String name) {
        return inUse.computeIfAbsent(name, _ -> {
            TlsConfiguration entry = entry(name).orElseThrow();
            try {
                return new RenewableManagers(vertx, entry.getKeyStoreOptions(), entry.getTrustStore());
            } catch (Exception e) {
                throw new IllegalStateException("quarkus.tls: the certificates can't be used: " + e.getMessage(), e);
            }
        });
    }

    private void look() {
        for (String name : files.changed()) {
            RenewableManagers managers = inUse.get(name);
            TlsConfiguration entry = entry(name).orElse(null);
            if (managers != null && entry != null) {
                renew(managers, entry);
            }
        }
    }

    private static void renew(RenewableManagers managers, TlsConfiguration entry) {
        try {
            if (!entry.reload()) {
                throw new IllegalStateException("its files can't be read");
            }
            managers.renew(entry.getKeyStoreOptions(), entry.getTrustStore());
            LOG.infof("The certificates of %s changed, what is there now is in use", entry.getName());
        } catch (Exception e) {
            LOG.errorf(
                    "The certificates of %s changed and can't be used, those of before go on: %s",
                    entry.getName(), e.getMessage());
        }
    }
}
