package mcnet.ssh.auth;

import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.KeyedAuthMethod;

/**
 * Public key authentication that sends the signature at once (RFC 4252 section 7 lets a client ask first whether the key
 * would do; that costs a round trip).
 */
final class SignedKey extends KeyedAuthMethod {

    SignedKey(KeyProvider key) {
        super("publickey", key);
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return putSig(putPubKey(super.buildReq().putBoolean(true)));
    }
}
