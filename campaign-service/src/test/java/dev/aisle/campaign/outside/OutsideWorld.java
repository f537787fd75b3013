package dev.aisle.campaign.outside;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the recommender, the issuer, privacy-service and the mail server that the service under test talks to. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    private @Nullable PlayedRecommender recommender;
    private @Nullable PlayedIssuer issuer;
    private @Nullable PlayedPrivacy privacy;
    private @Nullable PlayedProfiles profiles;
    private static final PlayedProvider PROVIDER = new PlayedProvider();
    private static final GreenMail MAIL = mail();

    @Override
    public Map<String, String> start() {
        try {
            recommender = PlayedRecommender.start(0);
            issuer = PlayedIssuer.start();
            privacy = PlayedPrivacy.start();
            profiles = PlayedProfiles.start();
            PROVIDER.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MAIL.start();
        Map<String, String> settings = new HashMap<>(PROVIDER.settings());
        settings.putAll(Map.of(
                // A loaded machine is no reason for a test to fail; the slow recommender never answers at all.
                "aisle.campaign.recommender-deadline",
                "10s",
                "aisle.views.tolerated-silence",
                "60s",
                "quarkus.grpc.clients.recommender.test-port",
                Integer.toString(recommender.port()),
                "quarkus.oidc-client.auth-server-url",
                issuer.address(),
                "quarkus.oidc-client.client-id",
                "campaign-service",
                "quarkus.oidc-client.credentials.secret",
                "demo",
                "aisle.channels.privacy",
                privacy.address(),
                "aisle.profiles.address",
                profiles.address(),
                "aisle.channels.email.port",
                Integer.toString(MAIL.getSmtp().getPort())));
        return settings;
    }

    /** What the provider of push messages has taken for somebody. */
    public static List<PlayedProvider.Call> callsTo(String address) {
        return PROVIDER.calls().stream()
                .filter(call -> call.body().contains(address))
                .toList();
    }

    private static GreenMail mail() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        return server;
    }

    /** What the mail server has taken for somebody. */
    public static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> addressed(mail, address))
                .toList();
    }

    private static boolean addressed(MimeMessage mail, String address) {
        try {
            return mail.getHeader("To", ",").contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (recommender != null) {
            recommender.stop();
        }
        if (issuer != null) {
            issuer.stop();
        }
        if (privacy != null) {
            privacy.stop();
        }
        if (profiles != null) {
            profiles.stop();
        }
        MAIL.stop();
        PROVIDER.stop();
    }
}
