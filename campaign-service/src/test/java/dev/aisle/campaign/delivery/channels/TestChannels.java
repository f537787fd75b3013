package dev.aisle.campaign.delivery.channels;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.Map;

/** Channels as their settings make them, without the rest of the service. */
public final class TestChannels {
    private TestChannels() {}

    /** A lane to a mail server on this machine. */
    public static Lane mail(int port) {
        return lanes(Map.of(
                        "aisle.channels.email.host", "127.0.0.1",
                        "aisle.channels.email.port", Integer.toString(port),
                        "aisle.channels.email.encryption", "none",
                        "aisle.channels.email.timeout", "20s",
                        "aisle.channels.email.from", "Shop <news@shop.example>"))
                .open(dev.aisle.campaign.delivery.messages.domain.Channel.EMAIL);
    }

    static Lanes lanes(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ChannelSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new Lanes(
                config.getConfigMapping(ChannelSettings.class), new ObjectMapper(), InstantSource.system(), config);
    }
}
