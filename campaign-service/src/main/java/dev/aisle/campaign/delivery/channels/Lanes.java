package dev.aisle.campaign.delivery.channels;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.platform.webhooks.WebHookSigner;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The channels that are set up, and how fast each may go. */
@Singleton
public class Lanes {
    private final ChannelSettings settings;
    private final ObjectMapper json;
    private final Config config;
    private final InstantSource clock;

    Lanes(ChannelSettings settings, ObjectMapper json, InstantSource clock, Config config) {
        this.settings = settings;
        this.json = json;
        this.config = config;
        this.clock = clock;
        Set<String> known = Set.of(Channel.PUSH.wireName(), Channel.SMS.wireName());
        settings.webhooks().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("aisle.channels.webhooks." + name + ": expected push or sms");
                });
        if (settings.email().host().isPresent()) {
            MailLane.sender(settings.email());
        }
        settings.webhooks().forEach((name, hook) -> lane(name, hook).close());
    }

    /** Whether a channel is set up. */
    public boolean isOpen(Channel channel) {
        return channel == Channel.EMAIL
                ? settings.email().host().isPresent()
                : settings.webhooks().containsKey(channel.wireName());
    }

    /** Messages a second at most. */
    public double perSecond(Channel channel) {
        return channel == Channel.EMAIL
                ? settings.email().perSecond()
                : hook(channel).map(ChannelSettings.WebHook::perSecond).orElse(1.0);
    }

    /** A connection of its own, for one thread. */
    public Lane open(Channel channel) {
        return channel == Channel.EMAIL
                ? new MailLane(settings.email())
                : lane(channel.wireName(), hook(channel).orElseThrow());
    }

    private WebHookLane lane(String name, ChannelSettings.WebHook hook) {
        WebHookSigner signer = WebHookSigner.of(config, "aisle.channels.webhooks." + name + ".secrets");
        return new WebHookLane(hook, signer, json, clock);
    }

    private Optional<ChannelSettings.WebHook> hook(Channel channel) {
        return Optional.ofNullable(settings.webhooks().get(channel.wireName()));
    }
}
