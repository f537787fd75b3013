package dev.aisle.ingest.operations;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Where the other services are asked how they are. */
@ConfigMapping(prefix = "aisle.operations")
public interface OperationsConfig {
    /**
     * By service: {@code aisle.operations.services.campaign=http://campaign-service:8080}. One that isn't named is asked where its console is,
     * {@code aisle.console.addresses}.
     */
    Map<String, String> services();
}
