package dev.aisle.privacy.consent.enforcement;

import dev.aisle.privacy.consent.enforcement.RollCall.Rules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Who must enforce a withdrawal, and how long a caller waits for it. */
@ConfigMapping(prefix = "aisle.enforcement")
public interface EnforcementConfig {
    /** The services of which a process must be there for a withdrawal to be acknowledged at once. */
    @WithDefault("event-ingest-service,profile-service,recommender-service,campaign-service,privacy-service")
    List<String> services();

    /** How long a withdrawal waits for all of them before it is answered with 202. */
    @WithDefault("2s")
    Duration patience();

    /** The same as aisle.views.tolerated-silence of every service: after it, who can't read the consents denies. */
    @WithDefault("10s")
    Duration toleratedSilence();

    /** Added to it, for clocks that don't run alike. */
    @WithDefault("2s")
    Duration margin();

    /** How often withdrawals are looked at that nobody waits for; read by the scheduler. */
    @WithDefault("1s")
    Duration checkEvery();

    /** How long a withdrawal can be asked about after it is in force. */
    @WithDefault("30d")
    Duration keep();

    /** What must hold of all. */
    default Rules rules() {
        return new Rules(services(), toleratedSilence(), margin());
    }
}
