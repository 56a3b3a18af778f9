package org.anshe.organisation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anshe.organisation.internal.UnitNames.Parts;
import org.anshe.organisation.internal.UnitNames.Place;
import org.anshe.shared.AreaLevel;
import org.junit.jupiter.api.Test;

class UnitNamesTests {

    private static final List<Place> PLACES = List.of(
            new Place("试验省", AreaLevel.PROVINCE),
            new Place("试验市", AreaLevel.CITY),
            new Place("青山区", AreaLevel.DISTRICT),
            new Place("白石街道", AreaLevel.STREET));

    @Test
    void takesOffTheRankThatTheReaderKnows() {
        assertThat(parts("区应急管理局")).isEqualTo(new Parts("应急管理局", AreaLevel.DISTRICT));
        assertThat(parts("本市公安局")).isEqualTo(new Parts("公安局", AreaLevel.CITY));
        assertThat(parts("街道办安监科")).isEqualTo(new Parts("安监科", AreaLevel.STREET));
        assertThat(parts("应急管理局")).isEqualTo(new Parts("应急管理局", null));
    }

    @Test
    void takesOffThePlacesOneStandsIn() {
        assertThat(parts("试验市青山区应急管理局")).isEqualTo(new Parts("应急管理局", AreaLevel.DISTRICT));
        assertThat(parts("试验市公安局")).isEqualTo(new Parts("公安局", AreaLevel.CITY));
        assertThat(parts("白石街道安监办")).isEqualTo(new Parts("安监办", AreaLevel.STREET));
    }

    @Test
    void keepsPlacesOneDoesNotStandIn() {
        assertThat(parts("绿水区应急管理局").normal()).isEqualTo("绿水区应急管理局");
        assertThat(parts("风景区管委会").normal()).isNotEqualTo(parts("开发区管委会").normal());
    }

    @Test
    void knowsWordsThatOnlyBeginLikeARank() {
        assertThat(parts("市场监督管理局")).isEqualTo(new Parts("市场监督管理局", null));
        assertThat(parts("市民政局")).isEqualTo(new Parts("民政局", AreaLevel.CITY));
        assertThat(parts("区市场监督管理局")).isEqualTo(new Parts("市场监督管理局", AreaLevel.DISTRICT));
        assertThat(parts("市市场监督管理局")).isEqualTo(new Parts("市场监督管理局", AreaLevel.CITY));
        assertThat(parts("社区卫生服务中心").normal()).isEqualTo("社区卫生服务中心");
        assertThat(parts("村镇建设办").normal()).isEqualTo("村镇建设办");
    }

    @Test
    void comparesWithoutBlanksWidthAndClosingBrackets() {
        assertThat(parts(" 应急　管理局（牵头）").normal()).isEqualTo("应急管理局");
        assertThat(parts("ＡＢＣ 公司").normal()).isEqualTo(parts("abc公司").normal());
    }

    @Test
    void leavesAtLeastTwoCharacters() {
        assertThat(parts("区委").normal()).isEqualTo("区委");
        assertThat(parts("青山区").normal()).isEqualTo("青山区");
    }

    private static Parts parts(String name) {
        return UnitNames.parts(name, PLACES);
    }
}
