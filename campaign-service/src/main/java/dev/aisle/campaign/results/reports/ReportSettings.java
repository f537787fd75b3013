package dev.aisle.campaign.results.reports;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What reports reckon with. */
@ConfigMapping(prefix = "aisle.reports")
public interface ReportSettings {
    /** What a message costs by its channel ({@code email}, {@code push}, {@code sms}), in minor units of the shop's currency, such as 0.08; what isn't named costs nothing. */
    Map<String, Double> messageCost();
}
