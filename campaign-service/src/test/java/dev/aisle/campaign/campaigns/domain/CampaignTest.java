package dev.aisle.campaign.campaigns.domain;

import static dev.aisle.campaign.campaigns.domain.CampaignExamples.experiment;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.variation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.campaign.shared.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignTest {
    @Test
    void weightsThatDontSumToOneAreRefusedByName() {
        assertThatThrownBy(() -> experiment(0, variation("a", 0.5), variation("b", 0.4)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("variations.weight");
    }

    @Test
    void holdingOutEveryoneIsRefused() {
        assertThatThrownBy(() -> experiment(1, variation("a", 1))).hasMessageContaining("holdout");
    }

    @Test
    void aVariationNeedsEnglish() {
        assertThatThrownBy(() -> new Variation("a", 1, null, Map.of(Language.ZH, new Wording("题", "文"))))
                .hasMessageContaining("variations.content.en");
    }

    @Test
    void chineseIsChosenForEveryChineseTagAndEnglishForTheRest() {
        assertThat(Language.of("zh-Hant-TW")).isEqualTo(Language.ZH);
        assertThat(Language.of("de")).isEqualTo(Language.EN);
        assertThat(Language.of(null)).isEqualTo(Language.EN);
        assertThat(variation("a", 1).wording(Language.ZH).body()).isEqualTo("中文");
    }
}
