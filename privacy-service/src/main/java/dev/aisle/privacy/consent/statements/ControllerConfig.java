package dev.aisle.privacy.consent.statements;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Who a receipt says the controller is. */
@ConfigMapping(prefix = "aisle.controller")
public interface ControllerConfig {
    /** The shop's legal name. */
    @WithDefault("not configured")
    String name();

    /** Its number in a register. */
    @WithDefault("not configured")
    String identifier();

    /** Where a person reaches whoever is responsible for privacy. */
    @WithDefault("not configured")
    String contact();

    /** Who gets personal data, in words of the Data Privacy Vocabulary. */
    @WithDefault("dpv:DataController")
    List<String> recipients();

    /** Which personal data is processed, in words of its extension pd. */
    @WithDefault("pd:PurchasesAndSpendingHabit,pd:BrowsingBehaviour")
    List<String> personalData();
}
