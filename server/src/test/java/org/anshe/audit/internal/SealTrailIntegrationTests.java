package org.anshe.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.anshe.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class SealTrailIntegrationTests {

    @Autowired
    SealTrail seal;

    @Autowired
    AuditChainRepository chain;

    @Autowired
    AuditTrail trail;

    @Test
    void leavesTheEndOfTheChainInTheLog(CapturedOutput log) {
        trail.record(Caller.system("test"), "chain.test", Subject.of("test", "head"), null, Map.of());
        seal.seal();
        AuditChainRepository.Head head = chain.findHead().orElseThrow();

        seal.noteHead();

        assertThat(log)
                .contains("at position " + head.position() + " with hash "
                        + HexFormat.of().formatHex(head.hash()));
    }
}
