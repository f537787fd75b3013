package dev.aisle.recommender.catalog.shared;

import dev.aisle.platform.security.OutsideTrust;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Where model files lie: in the bucket of {@code aisle.models.bucket.name}, or without one in the folder {@code aisle.models.directory}. */
@Singleton
public class ModelStorage {
    private static final Logger LOG = Logger.getLogger(ModelStorage.class);
    private static final String KEYS = "aisle.models.bucket.";
    private static final String INCOMING = "incoming";

    private final Optional<Bucket> bucket;
    private final SharedFiles models;
    private final SharedFiles incoming;

    ModelStorage(
            BucketConfig config,
            Config settings,
            OutsideTrust trust,
            StoreWatch watch,
            @ConfigProperty(name = "aisle.models.directory") Path directory,
            @ConfigProperty(name = "aisle.models.incoming") Path incomingFolder) {
        this.bucket = config.name().map(name -> {
            required(settings, "access-key-id");
            required(settings, "secret-access-key");
            config.endpoint()
                    .filter(endpoint -> "http".equals(endpoint.getScheme()))
                    .ifPresent(endpoint -> LOG.warnf("%s: models go in the clear to %s", KEYS + "endpoint", endpoint));
            return new Bucket(BucketClient.of(config, () -> credentials(settings), trust.of("models")), name, watch);
        });
        String prefix = config.prefix().orElse("");
        this.models = bucket.<SharedFiles>map(of -> new BucketFiles(of, prefix, directory))
                .orElseGet(() -> new FolderFiles(directory));
        this.incoming = bucket.<SharedFiles>map(
                        of -> new BucketFiles(of, prefix + INCOMING + "/", directory.resolve(INCOMING)))
                .orElseGet(() -> new FolderFiles(incomingFolder));
        forgetUnfinished();
    }

    /** The files of models and of picture encoders. */
    public SharedFiles models() {
        return models;
    }

    /** The files that trainings outside of this service leave. */
    public SharedFiles incoming() {
        return incoming;
    }

    /** What a process that was killed had begun to copy. */
    private void forgetUnfinished() {
        try {
            incoming.keepCopies(Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("What was left of copies can't be removed: " + e.getMessage(), e);
        }
    }

    private static AwsCredentials credentials(Config settings) {
        return AwsBasicCredentials.create(required(settings, "access-key-id"), required(settings, "secret-access-key"));
    }

    private static String required(Config settings, String key) {
        return settings.getOptionalValue(KEYS + key, String.class)
                .orElseThrow(() -> new IllegalStateException(KEYS + key + " is not set: the bucket of "
                        + "aisle.models.bucket.name can't be asked without it."));
    }

    @PreDestroy
    void close() {
        bucket.ifPresent(Bucket::close);
    }
}
