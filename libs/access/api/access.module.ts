import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActingGrant } from './acting-grant.service';
import { BrowserCookies } from './browser-cookies';
import { DemoRoles } from './demo-roles.service';
import { ExpiredAccess } from './expired-access';
import { Identities } from './openid/identities.service';
import { LinkTokens } from './link-tokens';
import { OpenIdController } from './openid/openid.controller';
import { OpenIdDoor } from './openid/openid-door.service';
import { OpenIdPeople } from './openid/openid-people.service';
import { OpenIdProviders } from './openid/openid-providers';
import { People } from './people.service';
import { Person } from './person.entity';
import { RateLimit } from './rate-limit';
import { RequestKeys } from './request-keys';
import { SecretariatPeopleController } from './secretariat-people.controller';
import { SecretariatPeople } from './secretariat-people.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { CodeStrategy, DemoStrategy, PersonInSession } from './sign-in.strategies';

@Global()
@Module({
  imports: [PassportModule.register({ session: true }), TypeOrmModule.forFeature([Person])],
  controllers: [OpenIdController, SecretariatPeopleController, SignInController],
  providers: [
    ActingGrant,
    BrowserCookies,
    CodeStrategy,
    DemoRoles,
    DemoStrategy,
    ExpiredAccess,
    Identities,
    LinkTokens,
    OpenIdDoor,
    OpenIdPeople,
    OpenIdProviders,
    People,
    PersonInSession,
    RateLimit,
    RequestKeys,
    SecretariatPeople,
    SignInService,
  ],
  exports: [LinkTokens, People, RateLimit, RequestKeys],
})
export class AccessModule {}
