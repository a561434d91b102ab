import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { BeginFile, type FileView, FromOffset } from '@award/files/contract';
import {
  ChooseImages,
  type ImagesView,
  ReplaceImage,
  WithdrawImage,
} from '@award/publication/contract';
import { PublicWatch } from '../public-watch.service';
import { ImageChanges } from './image-changes.service';
import { Images } from './images.service';

/** The pictures that are published with the finalists. */
@Controller('api/images')
export class ImagesController {
  constructor(
    private readonly images: Images,
    private readonly changes: ImageChanges,
    private readonly watch: PublicWatch,
  ) {}

  @Get('editions/:editionId')
  @Can('release:prepare')
  view(@Id('editionId') editionId: string, @Acting() principal: Principal): Promise<ImagesView> {
    return this.images.view(principal, editionId);
  }

  @Post('editions/:editionId/choose')
  @Can('release:prepare')
  @HttpCode(200)
  choose(
    @Id('editionId') editionId: string,
    @Body() body: ChooseImages,
    @Acting() principal: Principal,
  ): Promise<ImagesView> {
    return this.images.choose(principal, editionId, body);
  }

  @Post(':imageId/withdraw')
  @Can('release:correct')
  @HttpCode(200)
  async withdraw(
    @Id('imageId') imageId: string,
    @Body() { reason }: WithdrawImage,
    @Acting() principal: Principal,
  ): Promise<ImagesView> {
    const view = await this.changes.withdraw(principal, imageId, reason);
    await this.watch.catchUp();
    return view;
  }

  @Post(':imageId/replace')
  @Can('release:correct')
  @HttpCode(200)
  async replace(
    @Id('imageId') imageId: string,
    @Body() body: ReplaceImage,
    @Acting() principal: Principal,
  ): Promise<ImagesView> {
    const view = await this.changes.replace(principal, imageId, body);
    await this.watch.catchUp();
    return view;
  }

  @Post(':imageId/files')
  @Can('release:correct')
  @HttpCode(200)
  begin(
    @Id('imageId') imageId: string,
    @Body() body: BeginFile,
    @Acting() principal: Principal,
  ): Promise<FileView> {
    return this.changes.begin(principal, imageId, body);
  }

  @Get(':imageId/files/:fileId')
  @Can('release:correct')
  one(
    @Id('imageId') imageId: string,
    @Id('fileId') fileId: string,
    @Acting() principal: Principal,
  ): Promise<FileView> {
    return this.changes.one(principal, imageId, fileId);
  }

  @Put(':imageId/files/:fileId/content')
  @Can('release:correct')
  append(
    @Id('imageId') imageId: string,
    @Id('fileId') fileId: string,
    @Query() { offset }: FromOffset,
    @Acting() principal: Principal,
    @Req() request: Request,
  ): Promise<FileView> {
    return this.changes.append(principal, imageId, fileId, offset, request);
  }

  @Post(':imageId/files/:fileId/complete')
  @Can('release:correct')
  @HttpCode(200)
  complete(
    @Id('imageId') imageId: string,
    @Id('fileId') fileId: string,
    @Acting() principal: Principal,
  ): Promise<FileView> {
    return this.changes.complete(principal, imageId, fileId);
  }
}
