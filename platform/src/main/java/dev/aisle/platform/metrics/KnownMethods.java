package dev.aisle.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** A client may call its method what it likes; the label knows those of HTTP and OTHER. */
@Singleton
class KnownMethods {
    private static final String METHOD = "method";
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "UNKNOWN");

    @Produces
    @Singleton
    MeterFilter methods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getTag(METHOD);
                return id.getName().equals("http.server.requests") && method != null && !KNOWN.contains(method)
                        ? id.withTag(Tag.of(METHOD, "OTHER"))
                        : id;
            }
        };
    }
}
