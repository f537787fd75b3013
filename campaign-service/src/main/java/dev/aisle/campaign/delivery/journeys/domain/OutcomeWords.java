package dev.aisle.campaign.delivery.journeys.domain;

import dev.aisle.campaign.shared.Language;

/** What became of a message, as a sentence. */
public final class OutcomeWords {
    private OutcomeWords() {}

    /**
     * The sentence.
     *
     * @param reference the campaign in its version
     * @param rule that decided
     */
    public static String of(String reference, Outcome outcome, String rule, Language language) {
        boolean chinese = language == Language.ZH;
        String detail = switch (outcome) {
            case SENT, HELD_OUT, NO_CONSENT -> "";
            case CAPPED, NOT_ELIGIBLE, CANCELLED, POSTPONED, STALE, FAILED -> " (" + rule + ")";
        };
        return chinese
                ? reference + " " + chinese(outcome) + detail + "。"
                : reference + " " + english(outcome) + detail + ".";
    }

    private static String english(Outcome outcome) {
        return switch (outcome) {
            case SENT -> "was queued to be sent";
            case HELD_OUT -> "was due, but the person is in its comparison group";
            case CAPPED -> "was due, but its limit or the person's was reached";
            case NOT_ELIGIBLE -> "was due, but the person didn't fulfil its conditions then";
            case CANCELLED -> "was called off before it was due";
            case NO_CONSENT -> "was due, but the person didn't allow it then";
            case POSTPONED -> "was put off";
            case STALE -> "was dropped, since it could not go for so long after it was due that it would come too late";
            case FAILED -> "could not be written";
        };
    }

    private static String chinese(Outcome outcome) {
        return switch (outcome) {
            case SENT -> "已加入发送队列";
            case HELD_OUT -> "到期，但顾客属于其对照组";
            case CAPPED -> "到期，但已达到活动或顾客的上限";
            case NOT_ELIGIBLE -> "到期，但顾客当时不符合条件";
            case CANCELLED -> "到期前已取消";
            case NO_CONSENT -> "到期，但顾客当时未同意";
            case POSTPONED -> "已推迟";
            case STALE -> "到期后长时间未能发送，已过时而取消";
            case FAILED -> "无法生成内容";
        };
    }
}
