package dev.aisle.platform.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of the consoles. */
@ConfigMapping(prefix = "aisle.console")
public interface ConsoleConfig {
    /**
     * Where the consoles of the other services are, by service: {@code aisle.console.addresses.campaign=https://…}. One that isn't named
     * is under the same host.
     */
    Map<String, String> addresses();

    /** How long somebody who does nothing stays signed in. */
    @WithDefault("30M")
    Duration sessionIdle();

    /**
     * At least 32 characters, the same for all services: encrypts the cookies of sessions. No default in production; a new one signs everybody out.
     */
    String sessionSecret();
}
