package dev.aisle.recommender.catalog.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bucket of an S3 object store that model files lie in; without a name they lie in {@code aisle.models.directory}. */
@ConfigMapping(prefix = "aisle.models.bucket")
public interface BucketConfig {
    /** Its name. */
    Optional<String> name();

    /** Address of the object store, when it isn't Amazon's. */
    Optional<URI> endpoint();

    /** Region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** What all names begin with, such as {@code aisle/}. */
    Optional<String> prefix();

    /** Whether the bucket stands in the path of an address instead of in front of the host. */
    @WithDefault("false")
    boolean pathStyle();

    /** Who asks; looked up anew with each request. */
    Optional<String> accessKeyId();

    /** How requests are signed; looked up anew with each request. */
    Optional<String> secretAccessKey();

    /** How long a connection may take. */
    @WithDefault("2s")
    Duration connectWithin();

    /** How long a connection may be silent. */
    @WithDefault("10s")
    Duration silence();

    /** How often a request is tried. */
    @Min(1)
    @Max(10)
    @WithDefault("3")
    int attempts();
}
