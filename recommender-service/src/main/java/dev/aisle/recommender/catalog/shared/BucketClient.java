package dev.aisle.recommender.catalog.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes clients of the S3 API that know nothing but what they are told: no files of a home directory, no environment, no metadata service. */
final class BucketClient {
    /** A request that takes longer, with all of its tries, is given up: a connection that takes no bytes has no other limit. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private BucketClient() {}

    /**
     * A client.
     *
     * @param credentials asked for each request
     * @param trusted whose certificates count; empty: those that the JDK knows
     */
    static S3Client of(BucketConfig config, Supplier<AwsCredentials> credentials, Optional<X509TrustManager> trusted) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(config.connectWithin())
                .socketTimeout(config.silence());
        trusted.ifPresent(trust -> http.tlsTrustManagersProvider(() -> new TrustManager[] {trust}));
        var builder = S3Client.builder()
                .httpClientBuilder(http)
                .region(Region.of(config.region()))
                .forcePathStyle(config.pathStyle())
                .credentialsProvider(credentials::get)
                // Stores of others know MD5, which is sent, and not always the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.defaultProfileFile(
                                ProfileFile.aggregator().build())
                        .apiCallTimeout(LONGEST)
                        .retryStrategy(retry -> retry.maxAttempts(config.attempts())));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
