package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.campaign.delivery.messages.usecase.MessageSettings;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.secrets.Reloaded;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Puts tracked links and an image that tells of the opening into the HTML of mails to people who allow analytics. Everybody else's mail stays as it
 * is, and so does the plain text.
 */
@Singleton
public class TrackMessages {
    private static final String KEYS = "aisle.messages.link-keys";
    private static final String CLICKS = "/v1/mail-clicks/";
    private static final String OPENS = "/v1/mail-opens/";
    private static final Pattern LINK =
            Pattern.compile("(<a\\s[^>]*?href=)(?:\"(https?://[^\"]+)\"|'(https?://[^']+)')", Pattern.CASE_INSENSITIVE);
    /** A longer link stays as it is, since mail programs cut what comes of it. */
    private static final int LONGEST_TARGET = 1_500;

    private final Supplier<SignedTargets> targets;
    private final URI base;
    private final ConsentView consents;

    TrackMessages(MessageSettings settings, ConsentView consents, Config config) {
        this.targets = Reloaded.of(
                config,
                List.of(KEYS),
                now -> new SignedTargets(Reloaded.list(now, KEYS).stream()
                        .map(HexFormat.of()::parseHex)
                        .toList()));
        this.base = settings.publicUrl();
        this.consents = consents;
    }

    /** The message as this person gets it. */
    public Outgoing of(Outgoing message) {
        String html = message.text().html();
        boolean tracked = targets.get().canSign()
                && message.to().channel() == Channel.EMAIL
                && html != null
                && !html.isEmpty()
                && consents.allows(message.to().pseudonym(), Purpose.ANALYTICS);
        if (!tracked) {
            return message;
        }
        String image = "<img src=\"" + base.resolve(OPENS + targets.get().token(message.link(), ""))
                + "\" width=\"1\" height=\"1\" alt=\"\">";
        return new Outgoing(
                message.id(),
                message.link(),
                message.to(),
                message.consentVersion(),
                new NewMessage.Text(
                        message.text().subject(),
                        linked(html, message.link()) + image,
                        message.text().plain()),
                message.notAfter(),
                message.attempts());
    }

    private String linked(String html, UUID link) {
        Matcher links = LINK.matcher(html);
        StringBuilder tracked = new StringBuilder();
        while (links.find()) {
            String written = links.group(2) == null ? links.group(3) : links.group(2);
            String target = written.replace("&amp;", "&");
            if (target.length() <= LONGEST_TARGET) {
                links.appendReplacement(
                        tracked, Matcher.quoteReplacement(links.group(1) + '"' + click(link, target) + '"'));
            }
        }
        return links.appendTail(tracked).toString();
    }

    private String click(UUID link, String target) {
        return base.resolve(CLICKS + targets.get().token(link, target)) + "?to="
                + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    /** Which message a token was made for, with this target; empty for every other pair. */
    Optional<UUID> read(String token, String target) {
        return targets.get().read(token, target);
    }
}
