package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTests {

    @ParameterizedTest
    @CsvSource({
        "12,12",
        "十,10",
        "十五,15",
        "二十,20",
        "三十一,31",
        "一百零三,103",
        "两百,200",
        "二〇二一,2021",
        "一千二百,1200",
        "三万五千,35000",
        "3.5万,35000",
        "98.6,98.6",
        "壹拾贰,12",
        "廿三,23",
        "零,0",
        "两,2"
    })
    void readsNumbersAsPlansPrintThem(String printed, BigDecimal value) {
        assertThat(Numerals.parse(printed)).contains(value);
    }

    @Test
    void readsGroupedDigits() {
        assertThat(Numerals.parse("1,200,000")).contains(new BigDecimal(1_200_000));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(Numerals.parse("")).isEmpty();
        assertThat(Numerals.small("九九九九九九九九九")).isEqualTo(-1);
        assertThat(Numerals.small("亿亿亿亿")).isEqualTo(-1);
    }
}
