package dev.aisle.campaign.shared.recommendations;

import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.campaign.shared.recommendations.Recommendation.Cause;
import dev.aisle.campaign.shared.recommendations.Recommendation.Missing;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Asks the recommender, and waits no longer than a page can. */
@Singleton
public class RecommenderGateway {
    private static final Logger LOG = Logger.getLogger(RecommenderGateway.class);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final RecommenderBlockingStub stub;
    private final ServiceToken token;
    private final CampaignSettings settings;
    private final AtomicBoolean answering = new AtomicBoolean(false);

    RecommenderGateway(
            @GrpcClient("recommender") RecommenderBlockingStub stub, ServiceToken token, CampaignSettings settings) {
        this.stub = stub;
        this.token = token;
        this.settings = settings;
    }

    /** The items, or why there are none. */
    public Recommendation recommend(ItemQuery query) {
        try {
            Recommendation answer = RecommenderMessages.recommendation(authorized()
                    .withDeadlineAfter(settings.recommenderDeadline().toNanos(), TimeUnit.NANOSECONDS)
                    .recommend(RecommenderMessages.request(query, settings.itemsPerDecision())));
            tell(true, "The recommender answers");
            return answer;
        } catch (StatusRuntimeException e) {
            tell(false, "No items: the recommender said " + e.getStatus().getCode());
            reconnectSoon();
            boolean late = e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED;
            return new Missing(late ? Cause.LATE : Cause.UNAVAILABLE);
        } catch (RuntimeException e) {
            tell(false, "No items: no token for the recommender, " + e.getMessage());
            return new Missing(Cause.UNAVAILABLE);
        }
    }

    /** Whether the last call was answered. */
    boolean answering() {
        return answering.get();
    }

    /** Without this a channel waits up to two minutes before it tries again. */
    private void reconnectSoon() {
        if (stub.getChannel() instanceof ManagedChannel channel) {
            channel.resetConnectBackoff();
        }
    }

    private RecommenderBlockingStub authorized() {
        Metadata metadata = new Metadata();
        metadata.put(AUTHORIZATION, "Bearer " + token.bearer());
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    /** Logs a change, not each call: an outage would fill the log. */
    private void tell(boolean answers, String message) {
        if (answering.getAndSet(answers) != answers) {
            LOG.log(answers ? Logger.Level.INFO : Logger.Level.WARN, message);
        }
    }
}
