package dev.aisle.campaign.shared.recommendations;

import dev.aisle.campaign.shared.recommendations.RecommendedItem.Because;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.Reason;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.Reranking;
import java.math.BigDecimal;
import java.util.Currency;

/** The recommender's messages and what they mean here. */
final class RecommenderMessages {
    private static final int USUAL_MINOR_DIGITS = 2;

    private RecommenderMessages() {}

    static RecommendRequest request(ItemQuery query, int size) {
        RecommendRequest.Builder request = RecommendRequest.newBuilder()
                .setSubject(query.subject())
                .setPlacement(query.placement())
                .setSize(size)
                .addAllContextItems(query.contextItems())
                .addAllCart(query.cart())
                .setExplain(true)
                .setLocale(query.language().tag());
        if (!query.ranking().equals(Reranking.getDefaultInstance())) {
            request.setReranking(query.ranking());
        }
        return request.build();
    }

    static Recommendation recommendation(RecommendResponse response) {
        return new Recommendation.Recommended(
                response.getItemsList().stream().map(RecommenderMessages::item).toList(),
                response.getPersonalized(),
                response.getModelVersion(),
                response.getRequestId());
    }

    private static RecommendedItem item(dev.aisle.contracts.recommender.v1.RecommendedItem item) {
        boolean priced = item.hasPrice() && !item.getPrice().getCurrency().isEmpty();
        // A recommender that chooses without chance gives no propensity: it chose with certainty.
        double propensity = item.getPropensity() > 0 ? Math.min(item.getPropensity(), 1) : 1;
        return new RecommendedItem(
                item.getProductId(),
                item.getTitle(),
                priced ? majorUnits(item.getPrice()) : null,
                priced ? item.getPrice().getCurrency() : null,
                item.getScore(),
                item.getSource(),
                propensity,
                item.hasReason() ? because(item.getReason()) : null);
    }

    private static Because because(Reason reason) {
        return new Because(reason.getCode(), reason.getText(), reason.getCauseProductIdsList());
    }

    private static BigDecimal majorUnits(Money money) {
        return BigDecimal.valueOf(money.getMinorUnits(), minorDigits(money.getCurrency()));
    }

    private static int minorDigits(String currency) {
        try {
            return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException e) {
            return USUAL_MINOR_DIGITS;
        }
    }
}
