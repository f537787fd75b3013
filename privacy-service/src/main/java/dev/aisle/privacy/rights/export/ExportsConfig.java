package dev.aisle.privacy.rights.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Who is asked what it knows of a person, and how long the answers are kept. */
@ConfigMapping(prefix = "aisle.exports")
public interface ExportsConfig {
    /** The addresses of the services, by their names. */
    Map<String, URI> services();

    /** Those of them that search files: they are asked for archives and never while a person waits for the answer. */
    @WithDefault("event-ingest-service")
    Set<String> slow();

    /** How often services are asked that haven't answered; read by the scheduler. */
    @WithDefault("5s")
    Duration checkEvery();

    /** How long a service may take. */
    @WithDefault("20s")
    Duration timeout();

    /** How long one that searches files may take. */
    @WithDefault("10m")
    Duration slowTimeout();

    /** The longest answer that is taken. */
    @WithDefault("67108864")
    int mostBytes();

    /** How long a token is good. */
    @WithDefault("24h")
    Duration tokenValid();

    /** After how long answers are forgotten that nobody has fetched. */
    @WithDefault("30d")
    Duration keepFor();
}
