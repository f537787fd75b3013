package dev.aisle.privacy.rights.opendsr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who we are as a processor of OpenDSR, and how we call controllers back. */
@ConfigMapping(prefix = "aisle.opendsr")
public interface OpenDsrConfig {
    /** A PKCS #12 file with the RSA key and the certificate of the domain; a path, or a resource. Without it OpenDSR is off. */
    Optional<String> keystore();

    /** Its password. */
    Optional<String> keystorePassword();

    /** The domain that the certificate is for, and by which this service is called. */
    @WithDefault("localhost")
    String processorDomain();

    /** How this service calls the controller of the shop. */
    @WithDefault("${aisle.tenant}")
    String controllerId();

    /** How long a request stays pending, so that the controller can cancel it. */
    @WithDefault("1h")
    Duration startAfter();

    /** The calls. */
    Callbacks callbacks();

    /** How controllers are called. */
    interface Callbacks {
        /** How often it is looked whether anybody must be told; read by the scheduler. */
        @WithDefault("5s")
        Duration checkEvery();

        /** How long after a failure a call is made again; doubles each time, up to a day. */
        @WithDefault("30s")
        Duration firstRetry();

        /** After how many failures one gives up. */
        @WithDefault("12")
        int mostAttempts();

        /** host:port of controllers inside of one's own network, which may be called there, and without TLS. */
        Optional<List<String>> inside();
    }
}
