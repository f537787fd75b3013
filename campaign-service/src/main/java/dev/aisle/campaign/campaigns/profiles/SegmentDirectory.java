package dev.aisle.campaign.campaigns.profiles;

import dev.aisle.campaign.shared.recommendations.ServiceToken;
import dev.aisle.platform.security.ServiceTls;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Asks profile-service for segments by name. Nothing of a person is asked or told. */
@Singleton
public class SegmentDirectory {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final ProfileSettings settings;
    private final ServiceToken token;
    private final HttpClient http;

    SegmentDirectory(ProfileSettings settings, ServiceToken token, ServiceTls tls) {
        this.settings = settings;
        this.token = token;
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What it knows.
     *
     * @param unknown segments that aren't there
     * @param unasked those of which nothing is known, since profile-service didn't answer
     */
    public record Answer(Set<String> unknown, Set<String> unasked) {}

    /** Looks for segments. */
    public Answer look(Collection<String> segments) {
        Set<String> unknown = new TreeSet<>();
        Set<String> unasked = new TreeSet<>(segments);
        try {
            for (String segment : segments) {
                int status =
                        http.send(request(segment), BodyHandlers.discarding()).statusCode();
                if (status != OK && status != NOT_FOUND) {
                    throw new IOException("profile-service answered " + status);
                }
                unasked.remove(segment);
                if (status == NOT_FOUND) {
                    unknown.add(segment);
                }
            }
        } catch (IOException e) {
            Log.warnf("The segments %s weren't looked for: %s", unasked, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answer(unknown, unasked);
    }

    /** A segment's name is small letters, digits, hyphens and underscores: the definition was checked. */
    private HttpRequest request(String segment) throws IOException {
        try {
            return HttpRequest.newBuilder(settings.address().resolve("/v1/segments/" + segment))
                    .timeout(settings.timeout())
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token.bearer())
                    .GET()
                    .build();
        } catch (RuntimeException e) {
            throw new IOException("No token for profile-service", e);
        }
    }
}
